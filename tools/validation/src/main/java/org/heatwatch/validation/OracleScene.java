package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.Settings;
import org.heatwatch.simulator.SimulatedSamples;
import org.locationtech.jts.geom.Envelope;

/**
 * True minus idle samples of a scene, in kelvin of the ground, at the positions on the ground that they really cover.
 *
 * @param rotationDegrees rotation of the native grid
 * @param noiseKelvin standard deviation of the noise of one sample
 * @param samples the samples
 */
record OracleScene(double rotationDegrees, double noiseKelvin, List<GroundSample> samples) {
    private static final double REACH_METRES = 330;
    private static final double NEGLIGIBLE_RESPONSE = 0.01;
    private static final double SMALLEST_VISIBLE_SHARE = 0.8;
    private static final double NOISE_REFERENCE_KELVIN = 300;

    /** @param isClear whether the pixel that contains it is clear according to the mask */
    record GroundSample(double east, double north, double kelvin, boolean isClear) {}

    /** A building and the response of samples to it. */
    record ObservedBuilding(Building building, TrueResponse response) {}

    OracleScene {
        samples = List.copyOf(samples);
    }

    static OracleScene of(ArchiveScene scene) {
        Settings settings = scene.truth().settings();
        double perKelvin = settings.atmosphere().transmittance()
                * settings.atmosphere().emissivity()
                * settings.satellite().planck().slope(settings.meanKelvin());
        SimulatedSamples seen = scene.truth().samples();
        SimulatedSamples idle = scene.truth().idle();
        NativeGrid grid = seen.grid();
        List<GroundSample> samples = new ArrayList<>();
        for (int v = seen.firstAlong(); v < seen.firstAlong() + seen.alongCount(); v++) {
            for (int u = seen.firstAcross(); u < seen.firstAcross() + seen.acrossCount(); u++) {
                double kelvin = (seen.radiance(u, v) - idle.radiance(u, v)) / perKelvin;
                if (!Double.isNaN(kelvin)) {
                    samples.add(new GroundSample(
                            grid.east(u, v) + settings.offsetEast(),
                            grid.north(u, v) + settings.offsetNorth(),
                            kelvin,
                            isClear(scene.image(), grid.east(u, v), grid.north(u, v))));
                }
            }
        }
        double noise = settings.noiseKelvin() * settings.satellite().planck().slope(NOISE_REFERENCE_KELVIN) / perKelvin;
        return new OracleScene(grid.rotationDegrees(), noise, samples);
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

    /** Model of the samples around a building, with the responses to it and others; empty if too much is masked. */
    Optional<NeighbourhoodModel> near(ObservedBuilding building, List<ObservedBuilding> others) {
        Envelope outline = building.building.outline().getEnvelopeInternal();
        List<GroundSample> all = samples.stream()
                .filter(s -> outline.distance(new Envelope(s.east, s.east, s.north, s.north)) <= REACH_METRES)
                .toList();
        List<GroundSample> near = all.stream().filter(GroundSample::isClear).toList();
        double whole = Arrays.stream(column(building, all)).sum();
        double[] own = column(building, near);
        if (Arrays.stream(own).sum() < SMALLEST_VISIBLE_SHARE * whole) {
            return Optional.empty();
        }
        List<double[]> columns = new ArrayList<>();
        columns.add(own);
        for (ObservedBuilding other : others) {
            double[] column = column(other, near);
            if (Arrays.stream(column).max().orElse(0) > NEGLIGIBLE_RESPONSE) {
                columns.add(column);
            }
        }
        return Optional.of(new NeighbourhoodModel(
                        near.stream().mapToDouble(GroundSample::east).toArray(),
                        near.stream().mapToDouble(GroundSample::north).toArray(),
                        columns)
                .with(near.stream().mapToDouble(GroundSample::kelvin).toArray()));
    }

    private double[] column(ObservedBuilding building, List<GroundSample> at) {
        return at.stream()
                .mapToDouble(s -> building.response.at(s.east, s.north, rotationDegrees))
                .toArray();
    }

    /** Response of each sample of a model to a building. */
    double[] column(ObservedBuilding building, NeighbourhoodModel model) {
        double[] east = model.east();
        double[] north = model.north();
        double[] column = new double[east.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = building.response.at(east[i], north[i], rotationDegrees);
        }
        return column;
    }
}
