package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.NativeSamples;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.Settings;
import org.locationtech.jts.geom.Envelope;

/**
 * True samples less the idle ones, in kelvin of the ground, at the places of the ground that they really saw.
 *
 * @param rotationDegrees of the grid
 * @param noiseKelvin of one sample
 */
record KnownScene(double rotationDegrees, double noiseKelvin, List<Sample> samples) {
    private static final double REACH_METRES = 330;
    private static final double NEGLIGIBLE_RESPONSE = 0.01;
    private static final double SMALLEST_VISIBLE_SHARE = 0.8;
    private static final double NOISE_REFERENCE_KELVIN = 300;

    /** @param isClear whether the mask calls the pixel clear in which it lies */
    record Sample(double east, double north, double kelvin, boolean isClear) {}

    /** A building and how the samples see it. */
    record Seen(Building building, TrueResponse response) {}

    KnownScene {
        samples = List.copyOf(samples);
    }

    static KnownScene of(ArchiveScene scene) {
        Settings settings = scene.truth().settings();
        double perKelvin = settings.atmosphere().transmittance()
                * settings.atmosphere().emissivity()
                * settings.satellite().planck().slope(settings.meanKelvin());
        NativeSamples seen = scene.truth().samples();
        NativeSamples idle = scene.truth().idle();
        NativeGrid grid = seen.grid();
        List<Sample> samples = new ArrayList<>();
        for (int v = seen.firstAlong(); v < seen.firstAlong() + seen.alongCount(); v++) {
            for (int u = seen.firstAcross(); u < seen.firstAcross() + seen.acrossCount(); u++) {
                double kelvin = (seen.radiance(u, v) - idle.radiance(u, v)) / perKelvin;
                if (!Double.isNaN(kelvin)) {
                    samples.add(new Sample(
                            grid.east(u, v) + settings.offsetEast(),
                            grid.north(u, v) + settings.offsetNorth(),
                            kelvin,
                            isClear(scene.image(), grid.east(u, v), grid.north(u, v))));
                }
            }
        }
        double noise = settings.noiseKelvin() * settings.satellite().planck().slope(NOISE_REFERENCE_KELVIN) / perKelvin;
        return new KnownScene(grid.rotationDegrees(), noise, samples);
    }

    private static boolean isClear(DeliveredImage image, double east, double north) {
        int column = (int) Math.floor((east - image.east(0)) / SceneGrid.PIXEL_METRES + 0.5);
        int row = (int) Math.floor((image.north(0) - north) / SceneGrid.PIXEL_METRES + 0.5);
        return column >= 0
                && row >= 0
                && column < image.columns()
                && row < image.rows()
                && image.isValid(row * image.columns() + column);
    }

    /** The samples round a building, with its own response and those of others; empty if it is not seen. */
    Optional<Patch> near(Seen building, List<Seen> others) {
        Envelope outline = building.building.outline().getEnvelopeInternal();
        List<Sample> all = samples.stream()
                .filter(s -> outline.distance(new Envelope(s.east, s.east, s.north, s.north)) <= REACH_METRES)
                .toList();
        List<Sample> near = all.stream().filter(Sample::isClear).toList();
        double whole = Arrays.stream(column(building, all)).sum();
        double[] own = column(building, near);
        if (Arrays.stream(own).sum() < SMALLEST_VISIBLE_SHARE * whole) {
            return Optional.empty();
        }
        List<double[]> columns = new ArrayList<>();
        columns.add(own);
        for (Seen other : others) {
            double[] column = column(other, near);
            if (Arrays.stream(column).max().orElse(0) > NEGLIGIBLE_RESPONSE) {
                columns.add(column);
            }
        }
        return Optional.of(new Patch(
                        near.stream().mapToDouble(Sample::east).toArray(),
                        near.stream().mapToDouble(Sample::north).toArray(),
                        columns)
                .with(near.stream().mapToDouble(Sample::kelvin).toArray()));
    }

    private double[] column(Seen building, List<Sample> at) {
        return at.stream()
                .mapToDouble(s -> building.response.at(s.east, s.north, rotationDegrees))
                .toArray();
    }

    /** How much each sample of a patch sees of a building. */
    double[] column(Seen building, Patch patch) {
        double[] east = patch.east();
        double[] north = patch.north();
        double[] column = new double[east.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = building.response.at(east[i], north[i], rotationDegrees);
        }
        return column;
    }
}
