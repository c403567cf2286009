package org.heatwatch.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Writes the metadata of a product as text and as JSON, with the groups and names of published Collection 2 level-1 and
 * level-2 products of 2019 to 2022. Values of bands other than 10 and 11 are typical ones.
 *
 * <p>The text is generated from the resource {@code MTL.template}. The margin of each line selects the products that
 * have it: all, those of level 1 or 2, those of one satellite (LC08, LC09), or those whose level-1 product has a
 * processing level (L1TP). Names in braces are placeholders.
 */
record MtlWriter(SimulatedProductName name, SceneGrid scene, SceneFacts facts) {
    private static final DateTimeFormatter CENTRE_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS'Z'", Locale.ROOT);
    private static final List<String> CORNERS = List.of("UL", "UR", "LL", "LR");
    private static final String ROOT = "LANDSAT_METADATA_FILE";
    private static final int MARGIN = 4;
    private static final String TEMPLATE = template();

    /** The text form (ODL), in which all values but numbers and dates are quoted. */
    String text() {
        Map<String, String> values = values();
        StringBuilder text = new StringBuilder();
        Set<String> kinds = Set.of(
                "",
                "%d".formatted(name.level().number()),
                name.satellite().prefix(),
                level1().level().toString());
        TEMPLATE.lines()
                .filter(line -> kinds.contains(line.substring(0, MARGIN).strip()))
                .forEach(line ->
                        text.append(filled(line.substring(MARGIN + 1), values)).append('\n'));
        return text.toString();
    }

    /** The JSON form, in which every value is a string. */
    String json() {
        StringJoiner groups = new StringJoiner(",\n", "{\n    \"" + ROOT + "\": {\n", "\n    }\n}");
        StringJoiner group = new StringJoiner(",\n");
        for (String line :
                text().lines().filter(l -> !l.endsWith(ROOT)).map(String::strip).toList()) {
            String[] parts = line.split(" = ", 2);
            switch (parts[0]) {
                case "GROUP" -> group = new StringJoiner(",\n", "        \"" + parts[1] + "\": {\n", "\n        }");
                case "END_GROUP" -> groups.add(group.toString());
                case "END" -> {}
                default -> group.add("            \"" + parts[0] + "\": \"" + parts[1].replace("\"", "") + "\"");
            }
        }
        return groups.toString();
    }

    private static String filled(String line, Map<String, String> values) {
        int from = line.indexOf('{');
        int to = line.indexOf('}');
        return from < 0
                ? line
                : line.substring(0, from)
                        + Objects.requireNonNull(values.get(line.substring(from + 1, to)), line)
                        + line.substring(to + 1);
    }

    /** The level-1 product: this one, or the source of this level-2 product. */
    private SimulatedProductName level1() {
        return name.level() == SimulatedProductName.Level.L2SP ? name.level(SimulatedProductName.Level.L1TP) : name;
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("PRODUCT_ID", name.id());
        values.put("LEVEL", name.level().toString());
        values.put("LEVEL1_ID", level1().id());
        values.put("LEVEL1", level1().level().toString());
        values.put("TIER", name.tier().toString());
        values.put("SCENE_ID", name.sceneId());
        values.put("SATELLITE", name.satellite().toString());
        values.put("PATH", "%d".formatted(name.path()));
        values.put("ROW", "%d".formatted(name.row()));
        values.put("ACQUIRED", name.acquired().toString());
        values.put("PROCESSED", name.processed().toString());
        values.put("CENTRE_TIME", facts.centreTime().format(CENTRE_TIME));
        values.put("CLOUD_COVER", decimals(2, facts.cloudCover()));
        values.put("SUN_AZIMUTH", decimals(8, facts.sunAzimuth()));
        values.put("SUN_ELEVATION", decimals(8, facts.sunElevation()));
        values.put("SSM_MODEL", name.tier() == SimulatedProductName.Tier.RT ? "PRELIMINARY" : "FINAL");
        values.put("UTM_ZONE", "%d".formatted(scene.utmZone()));
        values.put("LINES", "%d".formatted(scene.rows()));
        values.put("SAMPLES", "%d".formatted(scene.columns()));
        values.put("PANCHROMATIC_LINES", "%d".formatted(2L * scene.rows() - 1));
        values.put("PANCHROMATIC_SAMPLES", "%d".formatted(2L * scene.columns() - 1));
        CORNERS.forEach(corner -> corner(corner, values));
        double gain = name.satellite().radiance(1) - name.satellite().radiance(0);
        calibration(10, gain, values);
        calibration(11, name.satellite() == SimulatedSatellite.LANDSAT_9 ? 3.49e-4 : gain, values);
        values.put("K1_CONSTANT_BAND_10", decimals(4, name.satellite().planck().k1()));
        values.put("K2_CONSTANT_BAND_10", decimals(4, name.satellite().planck().k2()));
        return values;
    }

    private void corner(String corner, Map<String, String> values) {
        double east = scene.east(corner.charAt(1) == 'L' ? 0 : scene.columns() - 1);
        double north = scene.north(corner.charAt(0) == 'U' ? 0 : scene.rows() - 1);
        MapCorner place = MapCorner.of(scene, east, north);
        values.put("CORNER_" + corner + "_LAT_PRODUCT", decimals(5, place.latitude()));
        values.put("CORNER_" + corner + "_LON_PRODUCT", decimals(5, place.longitude()));
        values.put("CORNER_" + corner + "_PROJECTION_X_PRODUCT", decimals(3, east));
        values.put("CORNER_" + corner + "_PROJECTION_Y_PRODUCT", decimals(3, north));
    }

    private static void calibration(int band, double gain, Map<String, String> values) {
        double offset = SimulatedSatellite.LANDSAT_8.radiance(0);
        values.put("RADIANCE_MAXIMUM_BAND_" + band, decimals(5, 65535 * gain + offset));
        values.put("RADIANCE_MINIMUM_BAND_" + band, decimals(5, gain + offset));
        values.put("RADIANCE_MULT_BAND_" + band, String.format(Locale.ROOT, "%.4E", gain));
    }

    private static String decimals(int count, double value) {
        return String.format(Locale.ROOT, "%." + count + "f", value);
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(MtlWriter.class.getResourceAsStream("MTL.template"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource MTL.template", e);
        }
    }
}
