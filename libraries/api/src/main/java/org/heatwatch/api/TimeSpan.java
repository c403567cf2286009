package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.heatwatch.publication.Years;

/**
 * A time span between two instants, both inclusive.
 *
 * @param from not after {@code to}
 */
record TimeSpan(Instant from, Instant to) {
    private static final Instant BEGINNING = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    static final TimeSpan ALL = new TimeSpan(BEGINNING, END);

    /** The time span of one instant. */
    static TimeSpan at(Instant at) {
        return new TimeSpan(at, at);
    }

    /**
     * Parses the parameter {@code datetime} of OGC API - Features: an instant or a day, or an interval of two
     * separated by a slash, one of which may be open.
     *
     * @throws IllegalArgumentException if the text is invalid; the message says why
     */
    static TimeSpan parse(String text) {
        String[] ends = text.split("/", -1);
        Parameter.require(ends.length <= 2, "%s has more than one slash".formatted(Parameter.shown(text)));
        if (ends.length == 1) {
            return new TimeSpan(start(text), end(text));
        }
        Parameter.require(
                !(isOpen(ends[0]) && isOpen(ends[1])), "%s is open on both sides".formatted(Parameter.shown(text)));
        Instant from = isOpen(ends[0]) ? BEGINNING : start(ends[0]);
        Instant to = isOpen(ends[1]) ? END : end(ends[1]);
        Parameter.require(!from.isAfter(to), "%s ends before it begins".formatted(Parameter.shown(text)));
        return new TimeSpan(from, to);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant start(String text) {
        return isDay(text) ? day(text).atStartOfDay().toInstant(ZoneOffset.UTC) : instant(text);
    }

    private static Instant end(String text) {
        return isDay(text) ? endOf(day(text)) : instant(text);
    }

    /** The last second of a day in UTC. */
    static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(Parameter.shown(text) + " is not a day", e);
        }
    }

    private static Instant instant(String text) {
        try {
            Parameter.require(
                    text.matches("\\d{4}-.*"),
                    "%s is neither an instant, for example 2025-11-04T02:11:07Z, nor a day"
                            .formatted(Parameter.shown(text)));
            return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    Parameter.shown(text) + " is neither an instant, for example 2025-11-04T02:11:07Z, nor a day", e);
        }
    }

    boolean intersects(TimeSpan other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    LocalDate firstDay() {
        return from.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    LocalDate lastDay() {
        return to.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The years that the span touches. */
    Years years() {
        return new Years(firstDay().getYear(), lastDay().getYear());
    }
}
