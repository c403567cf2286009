package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.Overpass;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.language.Phrases;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Pass;
import org.heatwatch.site.WatchedScene;

/**
 * An expected overpass in which no facility was observed.
 *
 * @param expectedAt time of the overpass according to the orbit (UTC), to within a few minutes
 * @param outcome absent, not_recorded, not_usable, not_observed, or not_judged: seen without a reference to judge by
 * @param reason explanation for readers
 * @param products the products that are recorded for the pass, in all its rows
 */
record MissingPass(
        Acquisition acquisition,
        Instant expectedAt,
        Pass pass,
        String outcome,
        String reason,
        List<ProductId> products) {
    private static final int DEFAULT_DAYS = 365;

    /** The same with its reason in another language. */
    MissingPass in(Phrases phrases) {
        return new MissingPass(acquisition, expectedAt, pass, outcome, phrases.say(reason), products);
    }

    /**
     * Finds missing passes, newest first. No pass is expected before the first recorded one.
     *
     * @param requested time span of the passes; by default the last year
     */
    static List<MissingPass> of(PublishedSite view, Ledger ledger, Optional<TimeSpan> requested) {
        if (view.asOf().isEmpty()) {
            return List.of();
        }
        LocalDate asOf = view.asOf().get();
        LocalDate from = requested.map(TimeSpan::firstDay).orElse(asOf.minusDays(DEFAULT_DAYS));
        LocalDate to = requested.map(TimeSpan::lastDay).orElse(asOf);
        Map<Acquisition, PassReport> reports = view.passes().stream()
                .collect(Collectors.toMap(PassReport::acquisition, report -> report, (a, _) -> a, TreeMap::new));
        Optional<LocalDate> first =
                reports.keySet().stream().map(Acquisition::date).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        LocalDate start = from.isBefore(first.get()) ? first.get() : from;
        LocalDate end = to.isAfter(asOf) ? asOf : to;
        if (start.isAfter(end)) {
            return List.of();
        }
        Map<Acquisition, List<PublishedObservation>> observations = view.watched().stream()
                .flatMap(feature -> view.observations(feature).stream())
                .collect(Collectors.groupingBy(PublishedObservation::acquisition));
        Map<Acquisition, List<IntakeRecord>> intake = ledger.intake(view.id()).stream()
                .collect(Collectors.groupingBy(record -> record.product().acquisition()));
        Map<Overpass, List<ExpectedPass>> expected = view.site().scenes().stream()
                .flatMap(scene -> OrbitCalendar.passes(scene.scene(), start, end).stream())
                .sorted(Comparator.comparing(ExpectedPass::at))
                .collect(Collectors.groupingBy(ExpectedPass::overpass));
        Map<WrsScene, Pass> passes = view.site().scenes().stream()
                .collect(Collectors.toMap(WatchedScene::scene, WatchedScene::pass, (a, _) -> a));
        return expected.values().stream()
                .flatMap(rows -> of(rows, passes, reports, observations, intake).stream())
                .sorted(Comparator.comparing(MissingPass::expectedAt).reversed())
                .toList();
    }

    /** @param rows the expected passes over the rows of one overpass, in order of time */
    private static Optional<MissingPass> of(
            List<ExpectedPass> rows,
            Map<WrsScene, Pass> passes,
            Map<Acquisition, PassReport> reports,
            Map<Acquisition, List<PublishedObservation>> observations,
            Map<Acquisition, List<IntakeRecord>> intake) {
        List<Acquisition> acquisitions = rows.stream()
                .map(row -> dated(row.acquisition(), reports, intake))
                .toList();
        List<IntakeRecord> known = acquisitions.stream()
                .flatMap(acquisition -> intake.getOrDefault(acquisition, List.of()).stream())
                .toList();
        int row = firstOf(acquisitions, reports.keySet())
                .or(() -> firstOf(acquisitions, intake.keySet()))
                .orElse(0);
        Acquisition acquisition = acquisitions.get(row);
        PassReport report = reports.get(acquisition);
        List<PublishedObservation> observed = observations.getOrDefault(acquisition, List.of());
        String outcome;
        String reason;
        if (report == null) {
            outcome = known.isEmpty() ? "absent" : "not_recorded";
            reason = known.isEmpty()
                    ? "no product was announced"
                    : known.stream().map(MissingPass::describe).collect(Collectors.joining("; "));
        } else if (report.isSuspect()) {
            outcome = "not_usable";
            reason = String.join("; ", report.suspicions());
        } else if (observed.stream().noneMatch(PublishedObservation::isObserved)) {
            outcome = observed.stream().anyMatch(one -> one.status() == ObservationStatus.UNCALIBRATED)
                    ? "not_judged"
                    : "not_observed";
            reason = reasons(observed);
        } else {
            return Optional.empty();
        }
        return Optional.of(new MissingPass(
                acquisition,
                rows.get(row).at(),
                Objects.requireNonNull(passes.get(rows.get(row).scene())),
                outcome,
                reason,
                known.stream().map(IntakeRecord::product).toList()));
    }

    private static Optional<Integer> firstOf(List<Acquisition> acquisitions, Set<Acquisition> known) {
        return acquisitions.stream().filter(known::contains).findFirst().map(acquisitions::indexOf);
    }

    /** The known acquisition nearest to the expected one: near midnight, the day may differ by one. */
    private static Acquisition dated(
            Acquisition expected, Map<Acquisition, PassReport> reports, Map<Acquisition, List<IntakeRecord>> intake) {
        return Stream.of(0, 1, -1)
                .map(days -> new Acquisition(
                        expected.satellite(), expected.scene(), expected.date().plusDays(days)))
                .filter(near -> reports.containsKey(near) || intake.containsKey(near))
                .findFirst()
                .orElse(expected);
    }

    private static String describe(IntakeRecord record) {
        String outcome =
                switch (record.outcome()) {
                    case IntakeOutcome.Recorded _ -> "recorded, not yet published";
                    case IntakeOutcome.Superseded superseded -> "superseded by " + superseded.by();
                    case IntakeOutcome.NotOurs notOurs -> notOurs.reason();
                    case IntakeOutcome.Unreadable unreadable -> unreadable.reason();
                };
        return record.product() + ": " + outcome;
    }

    /** The first flag of each observation with its count, most frequent first. */
    private static String reasons(Collection<PublishedObservation> observations) {
        return observations.stream()
                .flatMap(observation -> observation.flags().stream().limit(1))
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .map(entry -> entry.getKey() + " (%d of %d)".formatted(entry.getValue(), observations.size()))
                .collect(Collectors.joining("; "));
    }
}
