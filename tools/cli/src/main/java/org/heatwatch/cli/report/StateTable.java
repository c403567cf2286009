package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.output.Table;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.site.Feature;
import org.heatwatch.state.HeatScore;
import org.jspecify.annotations.Nullable;

/** Prints the states of facilities and controls, warmest first. */
public final class StateTable {
    private StateTable() {}

    /** @param observation null if there is none */
    private record Row(
            Feature feature,
            PublishedState current,
            @Nullable PublishedObservation observation) {

        boolean isObserved() {
            return observation != null && observation.isObserved();
        }

        double kelvin() {
            return observation == null || observation.effectiveKelvin() == null
                    ? Double.NEGATIVE_INFINITY
                    : observation.effectiveKelvin();
        }
    }

    /** Prints the observations of one pass. */
    public static void print(PrintWriter out, PublishedSite published, Acquisition pass) {
        List<PublishedObservation> observations = published.observations(pass);
        print(
                out,
                "no",
                published.watched().stream()
                        .map(feature -> new Row(
                                feature,
                                published.currentState(feature),
                                observations.stream()
                                        .filter(observation ->
                                                observation.facility().equals(feature.id()))
                                        .findFirst()
                                        .orElse(null))));
    }

    /** Prints the latest observation of each facility and control. */
    public static void print(PrintWriter out, PublishedSite published) {
        print(out, "never", published.watched().stream().map(feature -> {
            PublishedState current = published.currentState(feature);
            return new Row(feature, current, current.latest());
        }));
    }

    private static void print(PrintWriter out, String notObserved, Stream<Row> rows) {
        Table table = Table.of(
                ">rank",
                "facility",
                "role",
                ">excess",
                ">error",
                ">score",
                "state",
                "since",
                "observed",
                "confidence",
                "flags");
        List<Row> ranked =
                rows.sorted(Comparator.comparingDouble(Row::kelvin).reversed()).toList();
        for (int i = 0; i < ranked.size(); i++) {
            add(table, ranked.get(i), i + 1, notObserved);
        }
        table.print(out);
    }

    private static void add(Table table, Row row, int rank, String notObserved) {
        Optional<PublishedObservation> observation = Optional.ofNullable(row.observation());
        Optional<PublishedObservation> observed = observation.filter(PublishedObservation::isObserved);
        String missing = observation
                        .filter(one -> one.status() == ObservationStatus.UNCALIBRATED)
                        .isPresent()
                ? "not judged"
                : "not observed";
        table.row(
                row.isObserved() ? Integer.toString(rank) : "",
                row.feature().label(),
                row.feature().role().code(),
                observed.map(value -> String.format(Locale.ROOT, "%+.1f K", value.effectiveKelvin()))
                        .orElse(missing),
                observed.map(value -> String.format(Locale.ROOT, "\u00b1 %.1f K", value.effectiveStandardError()))
                        .orElse(""),
                observed.map(PublishedObservation::score).map(HeatScore::shown).orElse(""),
                row.current().state().name(),
                Optional.ofNullable(row.current().since())
                        .map(LocalDate::toString)
                        .orElse(""),
                observed.map(value -> value.acquisition().date().toString()).orElse(notObserved),
                observed.map(value -> PublishedJson.text(Objects.requireNonNull(value.confidence()))
                                + (value.provisional() ? ", provisional" : ""))
                        .orElse(""),
                observation.map(StateTable::flags).orElse(""));
    }

    /** The flags without the first one of a missing observation, which is the reason shown as excess. */
    private static String flags(PublishedObservation observation) {
        return String.join(
                "; ",
                observation.isObserved()
                        ? observation.flags()
                        : observation.flags().subList(1, observation.flags().size()));
    }
}
