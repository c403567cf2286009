package org.heatwatch.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.heatwatch.landsat.WrsScene;

/** Site definitions for tests of stores. */
public final class Definitions {
    private static final int CORNERS = 12;
    private static final int COLUMNS = 100;

    private Definitions() {}

    /** A site without features that watches the given paths and rows. */
    public static String text(String siteId, String... scenes) {
        return """
                {"type": "FeatureCollection", "id": "%s", "name": "Site %s", "utmZone": 32652,
                 "scenes": [%s], "reference": [], "bounds": [126.617, 37.928, 126.623, 37.932], "features": []}
                """.formatted(
                        siteId,
                        siteId,
                        Arrays.stream(scenes)
                                .map(WrsScene::parse)
                                .map(scene -> "{\"path\": %d, \"row\": %d, \"pass\": \"%s\"}"
                                        .formatted(scene.path(), scene.row(), scene.isAscending() ? "night" : "day"))
                                .collect(Collectors.joining(", ")));
    }

    /** The first version of {@link #text}. */
    public static SiteDefinition small(String siteId, String... scenes) {
        return SiteDefinition.first(text(siteId, scenes), "test");
    }

    /** The definition of Kaesong with further buildings of twelve corners, in a grid inside its bounds. */
    public static String withBuildings(String kaesong, int count) {
        double west = 126.600;
        double south = 37.915;
        Random random = new Random(5);
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double x = west + 0.0004 * (i % COLUMNS);
            int row = i / COLUMNS;
            double y = south + 0.0006 * row;
            // Turned at random, so that the digits of real outlines are compressed no better than these.
            double shift = random.nextDouble();
            StringBuilder ring = new StringBuilder();
            for (int corner = 0; corner <= CORNERS; corner++) {
                double angle = 2 * Math.PI * (corner % CORNERS) / CORNERS + shift;
                ring.append(corner == 0 ? "" : ", ")
                        .append(String.format(
                                Locale.ROOT,
                                "[%.15f, %.15f]",
                                x + 12e-5 * Math.cos(angle),
                                y + 10e-5 * Math.sin(angle)));
            }
            features.append("""
                    , {"type": "Feature", "id": "b-%d", "properties": {"id": "b-%d", "name": "Building %d",
                     "role": "building", "source": "map", "accuracyMetres": 5, "verified": false},
                     "geometry": {"type": "Polygon", "coordinates": [[%s]]}}""".formatted(i, i, i, ring));
        }
        int end = kaesong.lastIndexOf(']');
        return kaesong.substring(0, end) + features + kaesong.substring(end);
    }
}
