package org.heatwatch.landsat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path and row of the Worldwide Reference System 2 (WRS-2).
 *
 * @param path 1 to 233
 * @param row 1 to 248; above 122 the satellite is on the ascending half of its orbit, mostly at night
 */
public record WrsScene(int path, int row) implements Comparable<WrsScene> {

    /** The largest path. */
    public static final int MAX_PATH = 233;
    /** The largest row. */
    public static final int MAX_ROW = 248;

    /** The row of the southern turning point of the orbit. */
    private static final int LAST_DESCENDING_ROW = 122;

    private static final Pattern FORM = Pattern.compile("(\\d{3})(\\d{3})|(\\d{1,3})/(\\d{1,3})");

    public WrsScene {
        if (path < 1 || path > MAX_PATH) {
            throw new IllegalArgumentException("WRS-2 path " + path + " is outside 1.." + MAX_PATH);
        }
        if (row < 1 || row > MAX_ROW) {
            throw new IllegalArgumentException("WRS-2 row " + row + " is outside 1.." + MAX_ROW);
        }
    }

    /**
     * Parses {@code 116034}, {@code 116/034} or {@code 116/34}.
     *
     * @throws IllegalArgumentException if it is none of these, or path or row is out of range
     */
    public static WrsScene parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a WRS-2 path and row such as 116034 or 116/034");
        }
        boolean joined = matcher.group(1) != null;
        return new WrsScene(
                Integer.parseInt(matcher.group(joined ? 1 : 3)), Integer.parseInt(matcher.group(joined ? 2 : 4)));
    }

    /** Whether the satellite flies northward over it, mostly at night. */
    public boolean isAscending() {
        return row > LAST_DESCENDING_ROW;
    }

    /** The path in three digits. */
    public String pathText() {
        return String.format(Locale.ROOT, "%03d", path);
    }

    /** The row in three digits. */
    public String rowText() {
        return String.format(Locale.ROOT, "%03d", row);
    }

    @Override
    public int compareTo(WrsScene other) {
        int byPath = Integer.compare(path, other.path);
        return byPath != 0 ? byPath : Integer.compare(row, other.row);
    }

    /** Six digits, as in product ids. */
    @Override
    public String toString() {
        return pathText() + rowText();
    }
}
