package org.heatwatch.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedJson;
import org.jspecify.annotations.Nullable;

/** The text about a feature that Google Earth shows: what was observed, its error, its state and its caveats. */
final class KmlDescription {
    static final String SIMULATED = "SIMULATED DATA: an invented story. Nothing here was observed.";

    private static final Map<String, String> UNSEEN = Map.of(
            PublishedJson.text(ObservationStatus.NO_OBSERVATION), "not observed",
            PublishedJson.text(ObservationStatus.UNCALIBRATED), "not judged");

    /** Columns that warn of the values of a feature if they are true. */
    private static final List<Caveat> CAVEATS = List.of(
            new Caveat("provisional", "provisional: a later product may change the values"),
            new Caveat("placeholder", "placeholder: the place exists, but its location is unknown"),
            new Caveat("suspect", "suspect: the quality of the pass is suspect"));

    private final Row row;
    private final List<String> lines = new ArrayList<>();

    private KmlDescription(Row row) {
        this.row = row;
    }

    private record Caveat(String column, String text) {}

    /** One line for each statement; what was not observed comes before the state. */
    static String of(Row row) {
        KmlDescription description = new KmlDescription(row);
        description.write();
        return String.join("\n", description.lines);
    }

    /** A value as text; values of a list are separated by semicolons. */
    static String text(Object value) {
        return value instanceof List<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value.toString();
    }

    private void write() {
        if (isTrue("simulated")) {
            lines.add(SIMULATED);
        }
        List<?> flags = value("flags") instanceof List<?> values ? values : List.of();
        @Nullable String unseen = UNSEEN.get(String.valueOf(value("status")));
        if (unseen != null) {
            // The first flag is the reason.
            lines.add(unseen + (flags.isEmpty() ? "" : ": " + flags.getFirst()));
        }
        add(value("status") == null ? "state" : "state after the pass", value("state"));
        if (value("effectiveKelvin") instanceof Double kelvin
                && value("effectiveStandardError") instanceof Double error) {
            lines.add(String.format(Locale.ROOT, "excess: %+.1f ± %.1f K", kelvin, error));
        }
        if (value("score") instanceof Double score) {
            lines.add(String.format(Locale.ROOT, "score: %.1f", score));
        }
        add("confidence", value("confidence"));
        CAVEATS.stream().filter(caveat -> isTrue(caveat.column())).forEach(caveat -> lines.add(caveat.text()));
        List<?> others = unseen == null || flags.isEmpty() ? flags : flags.subList(1, flags.size());
        add("caveats", others.isEmpty() ? null : others);
        lines.add("time: " + row.span().to());
    }

    private void add(String name, @Nullable Object value) {
        if (value != null) {
            lines.add(name + ": " + text(value));
        }
    }

    private boolean isTrue(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    private @Nullable Object value(String column) {
        return row.properties().get(column);
    }
}
