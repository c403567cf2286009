package org.heatwatch.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Measures how the time to compute a history from scratch grows with the number of scenes, of facilities, and with the
 * side of the site, and prints it as tables with exponents: between two rows, the time grows as that power of the
 * number.
 */
public final class GrowthMeasurement {
    private static final int ROUNDS = 3;
    private static final int[] SCENES = {150, 300, 600};
    private static final int[] FACILITIES = {10, 40, 160, 500};
    private static final int SCENES_OF_FACILITIES = 300;
    private static final int[] SIDES_KILOMETRES = {4, 6, 10};
    private static final int SCENES_OF_AREAS = 150;
    private static final int FACILITIES_OF_AREAS = 40;

    /** Between the edge of the samples and the facilities: more than a scene is shifted. */
    private static final double EDGE_METRES = 700;

    private static final double SIDE_METRES = 45;
    private static final double NANOSECONDS = 1e9;

    private GrowthMeasurement() {}

    /** Prints the tables. */
    public static void main(String[] arguments) throws IOException {
        LongHistory all = LongHistory.simulate();
        print("scenes (37 footprints)", SCENES, scenes -> part(all, scenes));
        print("facilities (%d scenes)".formatted(SCENES_OF_FACILITIES), FACILITIES, facilities -> {
            LongHistory part = part(all, SCENES_OF_FACILITIES);
            return new LongHistory(
                    withFacilities(all.site(), facilities, area(all.site())), part.scenes(), part.last());
        });
        print("side of the site in km (%d scenes)".formatted(SCENES_OF_AREAS), SIDES_KILOMETRES, side -> {
            LongHistory part = part(all, SCENES_OF_AREAS);
            double metres = 1000.0 * side;
            Envelope square = new Envelope(area(all.site()).centre());
            square.expandBy(metres / 2 - EDGE_METRES);
            return new LongHistory(
                    withFacilities(all.site(), FACILITIES_OF_AREAS, square),
                    TiledScenes.of(part.scenes(), metres),
                    part.last());
        });
    }

    private static Envelope area(Site site) {
        return site.utm()
                .toUtm(new GeometryFactory().toGeometry(site.bounds().envelope()))
                .getEnvelopeInternal();
    }

    /** Every so many of the scenes, so that reference period and later scenes shrink alike. */
    private static LongHistory part(LongHistory all, int scenes) {
        int pairs = all.scenes().size() / 2;
        int every = all.scenes().size() / scenes;
        return new LongHistory(
                all.site(),
                IntStream.range(0, pairs)
                        .filter(pair -> pair % every == 0)
                        .boxed()
                        .flatMap(pair -> all.scenes().subList(2 * pair, 2 * pair + 2).stream())
                        .toList(),
                all.last());
    }

    /** The site with other facilities, spread evenly over an area. */
    private static Site withFacilities(Site site, int facilities, Envelope area) {
        int columns = (int) Math.ceil(Math.sqrt(facilities));
        List<Feature> features = new ArrayList<>(site.features().stream()
                .filter(feature -> feature.role() == Role.REFERENCE)
                .toList());
        for (int i = 0; i < facilities; i++) {
            int row = i / columns;
            double east = area.getMinX() + (i % columns + 0.5) * area.getWidth() / columns;
            double north = area.getMinY() + (row + 0.5) * area.getHeight() / columns;
            features.add(facility(site, "facility-" + i, east, north));
        }
        return site.withFeatures(features);
    }

    private static Feature facility(Site site, String id, double east, double north) {
        Geometry utm =
                new GeometryFactory().toGeometry(new Envelope(east, east + SIDE_METRES, north, north + SIDE_METRES));
        Geometry lonLat = utm.copy();
        lonLat.apply((Coordinate corner) -> {
            Coordinate degrees = site.utm().toLonLat(corner.x, corner.y);
            corner.x = degrees.x;
            corner.y = degrees.y;
        });
        return new Feature(
                id,
                id,
                Role.FACILITY,
                new Footprint(lonLat, utm),
                Optional.empty(),
                List.of(),
                "made for this measurement",
                1,
                true,
                Optional.empty());
    }

    private static void print(String what, int[] numbers, IntFunction<LongHistory> histories) {
        System.out.printf(Locale.ROOT, "| %s | seconds | exponent |%n|---:|---:|---:|%n", what);
        double before = 0;
        for (int i = 0; i < numbers.length; i++) {
            double seconds = seconds(histories.apply(numbers[i]));
            String exponent = i == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "%.2f",
                            Math.log(seconds / before) / Math.log((double) numbers[i] / numbers[i - 1]));
            System.out.printf(Locale.ROOT, "| %d | %.2f | %s |%n", numbers[i], seconds, exponent);
            before = seconds;
        }
        System.out.println();
    }

    /** The shortest of some rounds, after one that compiles. */
    private static double seconds(LongHistory history) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            SiteHistory.of(history.site(), history.scenes(), history.last());
            double seconds = (System.nanoTime() - start) / NANOSECONDS;
            shortest = round == 0 ? shortest : Math.min(shortest, seconds);
        }
        return shortest;
    }
}
