package org.heatwatch.landsat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scene that a satellite acquired on a date. All products of it, at all levels and versions, belong to this
 * acquisition. Acquisitions of adjacent rows belong to one {@link Overpass}. The order is by date, then by satellite
 * and scene, not by time of day.
 *
 * @param date UTC date of the acquisition
 */
public record Acquisition(Satellite satellite, WrsScene scene, LocalDate date) implements Comparable<Acquisition> {

    private static final Pattern FORM = Pattern.compile("LC(\\d{2})_(\\d{6})_(\\d{8})");
    private static final Comparator<Acquisition> ORDER = Comparator.comparing(Acquisition::date)
            .thenComparing(Acquisition::satellite)
            .thenComparing(Acquisition::scene);

    /**
     * Parses an {@link #id()}.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    public static Acquisition parse(String id) {
        Matcher matcher = FORM.matcher(id);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + id + "' is not an acquisition such as LC08_116034_20251104");
        }
        Satellite satellite = Satellite.ofNumber(matcher.group(1))
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + id + "' is neither of Landsat 8 nor of Landsat 9"));
        try {
            LocalDate date = LocalDate.parse(matcher.group(3), DateTimeFormatter.BASIC_ISO_DATE);
            return new Acquisition(satellite, WrsScene.parse(matcher.group(2)), date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + id + "' has an invalid date: " + matcher.group(3), e);
        }
    }

    /** For example {@code LC08_116034_20251104}; safe in URLs, file names and keys. */
    public String id() {
        return satellite.code() + "_" + scene + "_" + date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The overpass during which it was acquired. */
    public Overpass overpass() {
        return Overpass.of(this);
    }

    @Override
    public int compareTo(Acquisition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }
}
