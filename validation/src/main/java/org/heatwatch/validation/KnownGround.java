package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.NativeSamples;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.Settings;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Envelope;

/**
 * The fit of someone who knows the true samples and where they lie, the idle ground, the outlines, the point spread and
 * the covariance of what is left: nobody can do better with these samples one scene at a time.
 */
final class KnownGround {
    private static final double REACH_METRES = 330;
    private static final double NEGLIGIBLE_RESPONSE = 0.01;
    private static final int PARCELS = 10;
    private static final int CLUTTER_SCENES = 36;
    private static final double SMALLEST_VISIBLE_SHARE = 0.8;

    /** Excess in kelvin of the ground and its formal variance. */
    record Reading(double kelvin, double variance) {}

    private record Seen(Building building, TrueResponse response) {}

    private final List<Seen> facilities;
    private final Clutter clutter;

    private KnownGround(List<Seen> facilities, Clutter clutter) {
        this.facilities = facilities;
        this.clutter = clutter;
    }

    static KnownGround of(SimulatedArchive archive, List<ArchiveScene> scenes) {
        List<Seen> facilities = seen(archive, Role.FACILITY, 1);
        List<Building> parcels =
                archive.buildings().stream().filter(b -> b.role() == Role.NULL).toList();
        List<Seen> some = seen(archive, Role.NULL, Math.max(1, parcels.size() / PARCELS));
        List<Patch> patches = scenes.subList(0, Math.min(CLUTTER_SCENES, scenes.size())).parallelStream()
                .flatMap(scene -> {
                    Residual residual = Residual.of(scene);
                    return some.stream().flatMap(parcel -> residual.near(parcel, List.of()).stream());
                })
                .toList();
        return new KnownGround(facilities, Clutter.fit(patches));
    }

    private static List<Seen> seen(SimulatedArchive archive, Role role, int step) {
        List<Building> all =
                archive.buildings().stream().filter(b -> b.role() == role).toList();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            seen.add(new Seen(all.get(i), new TrueResponse(all.get(i), archive.spread())));
        }
        return seen;
    }

    /** By id of the facility. */
    Map<String, Reading> read(ArchiveScene scene) {
        Residual residual = Residual.of(scene);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Seen facility : facilities) {
            List<Seen> others =
                    facilities.stream().filter(f -> !f.equals(facility)).toList();
            residual.near(facility, others)
                    .ifPresent(patch -> patch.under(clutter.correlation())
                            .ifPresent(fit -> readings.put(
                                    facility.building.id(),
                                    new Reading(
                                            dot(fit.weights(0), patch.values().getFirst()),
                                            clutter.variance() * fit.variance(0)))));
        }
        return readings;
    }

    Clutter clutter() {
        return clutter;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** True samples less the idle ones, in kelvin of the ground, at the places of the ground that they really saw. */
    private record Residual(double rotationDegrees, List<Sample> samples) {
        private record Sample(double east, double north, double kelvin, boolean clear) {}

        static Residual of(ArchiveScene scene) {
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
            return new Residual(grid.rotationDegrees(), samples);
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
            List<Sample> near = all.stream().filter(Sample::clear).toList();
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
    }
}
