package org.heatwatch.landsat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.errors.BadNotification;
import org.jspecify.annotations.Nullable;

/** Parses product ids part by part, so that the error names the malformed part. */
final class ProductNameParser {

    private static final String EXPECTED = "expected a form such as LC08_L1TP_116034_20251104_20251104_02_T1";
    private static final int PARTS = 7;
    /** Regions of the United States that have analysis ready data, whose ids have a tile instead of a path and row. */
    private static final Set<String> TILE_REGIONS = Set.of("CU", "AK", "HI");

    private static final Pattern ALBERS_TIER = Pattern.compile("A[12]");
    private static final Pattern SPACECRAFT = Pattern.compile("L([A-Z])(\\d{2})");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");

    private final String id;

    private ProductNameParser(String id) {
        this.id = id;
    }

    static ProductName parse(String id) {
        return new ProductNameParser(id).read();
    }

    private ProductName read() {
        List<String> parts = Arrays.asList(id.split("_", -1));
        if (parts.size() != PARTS) {
            throw bad("has %d parts instead of %d".formatted(parts.size(), PARTS), null);
        }
        Matcher spacecraft = SPACECRAFT.matcher(parts.get(0));
        if (!spacecraft.matches()) {
            throw bad("'%s' is not a sensor and satellite".formatted(parts.get(0)), null);
        }
        Optional<Satellite> satellite = Satellite.ofNumber(spacecraft.group(2));
        if (satellite.isEmpty()) {
            return new OtherProduct(id, "other sensor: %s is neither Landsat 8 nor Landsat 9".formatted(parts.get(0)));
        }
        Sensor sensor = Sensor.ofLetter(spacecraft.group(1).charAt(0))
                .orElseThrow(() -> bad("'%s' is not a sensor of Landsat 8 or 9".formatted(spacecraft.group(1)), null));
        requireDigits(TWO_DIGITS, parts.get(5), "collection number");
        if (!parts.get(5).equals(ProductId.COLLECTION)) {
            return new OtherProduct(
                    id, "other collection: %s instead of %s".formatted(parts.get(5), ProductId.COLLECTION));
        }
        if (TILE_REGIONS.contains(parts.get(1))) {
            return new OtherProduct(id, "other kind: analysis ready data in tiles, not a scene");
        }
        if (ALBERS_TIER.matcher(parts.get(6)).matches()) {
            return new OtherProduct(id, "other projection: tier %s is in Albers, not UTM".formatted(parts.get(6)));
        }
        Level level = constant(Level.class, parts.get(1), "processing level");
        WrsScene scene = scene(parts.get(2));
        LocalDate acquired = date(parts.get(3), "acquisition date");
        LocalDate processed = date(parts.get(4), "processing date");
        Tier tier = constant(Tier.class, parts.get(6), "tier");
        if (processed.isBefore(acquired)) {
            throw bad("processing date %s is before acquisition date %s".formatted(processed, acquired), null);
        }
        return new ProductId(sensor, satellite.get(), level, scene, acquired, processed, tier);
    }

    private WrsScene scene(String text) {
        requireDigits(SIX_DIGITS, text, "path and row");
        try {
            return WrsScene.parse(text);
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage(), e);
        }
    }

    private LocalDate date(String text, String part) {
        requireDigits(EIGHT_DIGITS, text, part);
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw bad("%s '%s' is not a valid date".formatted(part, text), e);
        }
    }

    private <E extends Enum<E>> E constant(Class<E> type, String text, String part) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> bad("unknown %s '%s'".formatted(part, text), null));
    }

    private void requireDigits(Pattern digits, String text, String part) {
        if (!digits.matcher(text).matches()) {
            throw bad("%s '%s' is not %s".formatted(part, text, digitsOf(digits)), null);
        }
    }

    private static String digitsOf(Pattern digits) {
        return digits.pattern().replaceAll("\\D", "") + " digits";
    }

    private BadNotification bad(@Nullable String problem, @Nullable Throwable cause) {
        return new BadNotification("product id '" + id + "'", String.valueOf(problem), EXPECTED, cause);
    }
}
