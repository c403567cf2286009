package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Pass;
import org.heatwatch.site.WatchedScene;

/**
 * An expected pass in which no facility was observed.
 *
 * @param expectedAt time of the overpass according to the orbit (UTC), to within a few minutes
 * @param outcome absent, not_recorded, not_usable, or not_observed
 * @param reason explanation for readers
 * @param products the products that are recorded for the pass
 */
record MissingPass(
        Acquisition acquisition,
        Instant expectedAt,
        Pass pass,
        String outcome,
        String reason,
        List<ProductId> products) {
    private static final int DEFAULT_DAYS = 365;

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
        return view.site().scenes().stream()
                .flatMap(scene -> OrbitCalendar.passes(scene.scene(), start, end).stream()
                        .flatMap(pass -> of(scene, pass, reports, observations, intake)))
                .sorted(Comparator.comparing(MissingPass::expectedAt).reversed())
                .toList();
    }

    private static Stream<MissingPass> of(
            WatchedScene scene,
            ExpectedPass expected,
            Map<Acquisition, PassReport> reports,
            Map<Acquisition, List<PublishedObservation>> observations,
            Map<Acquisition, List<IntakeRecord>> intake) {
        Acquisition acquisition = dated(expected.acquisition(), reports, intake);
        PassReport report = reports.get(acquisition);
        List<IntakeRecord> known = intake.getOrDefault(acquisition, List.of());
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
        } else if (observations.getOrDefault(report.acquisition(), List.of()).stream()
                .noneMatch(PublishedObservation::isObserved)) {
            outcome = "not_observed";
            reason = reasons(observations.getOrDefault(report.acquisition(), List.of()));
        } else {
            return Stream.empty();
        }
        return Stream.of(new MissingPass(
                acquisition,
                expected.at(),
                scene.pass(),
                outcome,
                reason,
                known.stream().map(IntakeRecord::product).toList()));
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
