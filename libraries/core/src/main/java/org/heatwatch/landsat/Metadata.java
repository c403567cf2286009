package org.heatwatch.landsat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.errors.ProductUnreadable;
import org.jspecify.annotations.Nullable;

/**
 * A group of a product's metadata file (MTL). {@code parse} returns the outermost group, {@code LANDSAT_METADATA_FILE}.
 * Groups are never flattened, because a level-2 file has the same keys for level 1 and level 2 with different values.
 * Values are text as in the file, without quotes.
 *
 * <p>Groups are equal if they have the same keys, values and groups, in any order and in files of any name. So the text
 * form and the JSON form of a product are equal.
 */
public final class Metadata {

    /** The group that encloses all others. */
    static final String ROOT = "LANDSAT_METADATA_FILE";

    private static final String ADVICE =
            "fetch the file again, and compare it with the other metadata file of the product";

    /** Longest text of a number: those of USGS have up to 20 characters. */
    private static final int LONGEST_NUMBER = 40;

    /** Number of characters of a value that a message quotes. */
    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final String name;
    private final Map<String, String> values;
    private final Map<String, Metadata> groups;

    private Metadata(String file, String name, Map<String, String> values, Map<String, Metadata> groups) {
        this.file = file;
        this.name = name;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /**
     * Parses the JSON form or the text form.
     *
     * @param file name of the file, for messages
     * @throws ProductUnreadable if the content is neither, or is truncated
     */
    public static Metadata parse(String file, String content) {
        return content.stripLeading().startsWith("{")
                ? MetadataJson.read(file, content)
                : MetadataText.read(file, content);
    }

    /** The group of that name directly within this one. */
    public Optional<Metadata> findGroup(String group) {
        return Optional.ofNullable(groups.get(group));
    }

    /**
     * The group of that name directly within this one.
     *
     * @throws ProductUnreadable if there is none
     */
    public Metadata group(String group) {
        return findGroup(group).orElseThrow(() -> unreadable(file, "no group " + group + " in " + name, null));
    }

    /** The value of a key of this group, not of a nested one. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value of a key of this group, not of a nested one.
     *
     * @throws ProductUnreadable if there is none
     */
    public String text(String key) {
        return find(key).orElseThrow(() -> unreadable(file, "no " + key + " in group " + name, null));
    }

    /**
     * The value of a key of this group, not of a nested one, as a finite number.
     *
     * @throws ProductUnreadable if there is none, or it is not a number
     */
    public double number(String key) {
        String text = text(key);
        if (text.length() > LONGEST_NUMBER) {
            throw notA("number", key, text, null);
        }
        try {
            double number = new BigDecimal(text).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notA("number", key, text, e);
        }
        throw notA("finite number", key, text, null);
    }

    /**
     * The value of a key of this group, not of a nested one, as a whole number.
     *
     * @throws ProductUnreadable if there is none, or it is not a whole number
     */
    public int integer(String key) {
        String text = text(key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw notA("whole number", key, text, e);
        }
    }

    /** Creates the error for a value of this group that is not of the expected kind. */
    ProductUnreadable notA(String kind, String key, String text, @Nullable Throwable cause) {
        return unreadable(file, "%s in group %s is '%s', not a %s".formatted(key, name, quote(text), kind), cause);
    }

    /** Creates the error for a value of this group that cannot be true, with the expectation in words. */
    ProductUnreadable other(String key, String expectation) {
        return unreadable(file, "%s in group %s is '%s', %s".formatted(key, name, quote(text(key)), expectation), null);
    }

    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    static ProductUnreadable unreadable(String file, String problem, @Nullable Throwable cause) {
        return new ProductUnreadable(file, problem, ADVICE, cause);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metadata metadata
                && name.equals(metadata.name)
                && values.equals(metadata.values)
                && groups.equals(metadata.groups);
    }

    @Override
    public int hashCode() {
        return values.hashCode() * 31 + groups.hashCode();
    }

    @Override
    public String toString() {
        return name + " of " + file;
    }

    /** Collects the content of one group. */
    static final class Builder {

        private final String file;
        private final String name;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Metadata> groups = new LinkedHashMap<>();

        Builder(String file, String name) {
            this.file = file;
            this.name = name;
        }

        String name() {
            return name;
        }

        void put(String key, String value) {
            if (values.putIfAbsent(key, value) != null) {
                throw unreadable(file, key + " is given twice in group " + name, null);
            }
        }

        void put(Metadata group) {
            if (groups.putIfAbsent(group.name, group) != null) {
                throw unreadable(file, "group " + group.name + " is given twice in " + name, null);
            }
        }

        Metadata build() {
            return new Metadata(file, name, values, groups);
        }
    }
}
