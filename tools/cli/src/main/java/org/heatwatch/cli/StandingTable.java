package org.heatwatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.Standing;
import org.heatwatch.site.Feature;
import org.heatwatch.state.HeatScore;
import org.jspecify.annotations.Nullable;

/** How facilities and controls stand, those that are warmest in a pass first. */
final class StandingTable {
    private StandingTable() {}

    /** @param look at it; null if there is none */
    private record Row(
            Feature feature, Standing standing, @Nullable PublishedObservation look) {

        boolean isObserved() {
            return look != null && look.isObserved();
        }

        double kelvin() {
            return look == null || look.effectiveKelvin() == null ? Double.NEGATIVE_INFINITY : look.effectiveKelvin();
        }
    }

    /** By what one pass shows. */
    static void print(PrintWriter out, PublishedSite published, Acquisition pass) {
        List<PublishedObservation> looks = published.observations(pass);
        print(
                out,
                "no",
                published.watched().stream()
                        .map(feature -> new Row(
                                feature,
                                published.standing(feature),
                                looks.stream()
                                        .filter(look -> look.facility().equals(feature.id()))
                                        .findFirst()
                                        .orElse(null))));
    }

    /** By what each one's latest pass shows that saw it. */
    static void print(PrintWriter out, PublishedSite published) {
        print(out, "never", published.watched().stream().map(feature -> {
            Standing standing = published.standing(feature);
            return new Row(feature, standing, standing.latest());
        }));
    }

    private static void print(PrintWriter out, String unseen, Stream<Row> rows) {
        Table table = new Table(
                ">rank", "facility", "", ">excess", ">error", ">score", "state", "since", "seen", "confidence", "");
        List<Row> ranked =
                rows.sorted(Comparator.comparingDouble(Row::kelvin).reversed()).toList();
        for (int i = 0; i < ranked.size(); i++) {
            add(table, ranked.get(i), i + 1, unseen);
        }
        table.print(out);
    }

    private static void add(Table table, Row row, int rank, String unseen) {
        Optional<PublishedObservation> look = Optional.ofNullable(row.look());
        Optional<PublishedObservation> seen = look.filter(PublishedObservation::isObserved);
        String hidden = look.filter(one -> one.status() == ObservationStatus.UNCALIBRATED)
                        .isPresent()
                ? "not judged"
                : "not seen";
        table.row(
                row.isObserved() ? Integer.toString(rank) : "",
                row.feature().label(),
                row.feature().role().code(),
                seen.map(s -> String.format(Locale.ROOT, "%+.1f K", s.effectiveKelvin()))
                        .orElse(hidden),
                seen.map(s -> String.format(Locale.ROOT, "\u00b1 %.1f K", s.effectiveStandardError()))
                        .orElse(""),
                seen.map(PublishedObservation::score).map(HeatScore::shown).orElse(""),
                row.standing().state().name(),
                Optional.ofNullable(row.standing().since())
                        .map(LocalDate::toString)
                        .orElse(""),
                seen.map(s -> s.acquisition().date().toString()).orElse(unseen),
                seen.map(s -> PublishedJson.text(Objects.requireNonNull(s.confidence()))
                                + (s.provisional() ? ", provisional" : ""))
                        .orElse(""),
                look.map(StandingTable::flags).orElse(""));
    }

    /** Without the reason for which it was not seen. */
    private static String flags(PublishedObservation look) {
        return String.join(
                "; ",
                look.isObserved()
                        ? look.flags()
                        : look.flags().subList(1, look.flags().size()));
    }
}
