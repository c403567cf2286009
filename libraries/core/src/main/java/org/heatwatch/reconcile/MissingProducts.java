package org.heatwatch.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ReadVersion;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.WatchedScene;

/**
 * Products of a site that the archive has and the ledger does not have, and passes without any product.
 *
 * @param products products to process: without a recorded outcome, unreadable in another version of their files, or
 *     clipped by older bounds than the current ones;
 *     the best product of an acquisition comes first, so that the others need not be read
 * @param absent overpasses according to the orbit of which the archive has no product in any row of the site, each with
 *     its first row; not every overpass is acquired
 */
public record MissingProducts(List<ProductId> products, List<ExpectedPass> absent) {
    /** Products appear within hours; a pass without one after this many days was not acquired, or is delayed. */
    private static final int PUBLICATION_DAYS = 3;

    public MissingProducts {
        products = List.copyOf(products);
        absent = List.copyOf(absent);
    }

    /**
     * Compares the acquisitions of a range of days with the ledger. Lists the archive, which costs requests.
     *
     * @param from first day
     * @param to last day
     */
    public static MissingProducts of(
            WatchedSite watched, LocalDate from, LocalDate to, Archive archive, Ledger ledger) {
        List<ProductId> listed = list(watched, from, to, archive);
        String siteId = watched.site().id();
        List<IntakeRecord> outcomes = ledger.intake(siteId);
        Set<ProductId> known =
                outcomes.stream().map(IntakeRecord::product).collect(Collectors.toCollection(HashSet::new));
        Set<ProductId> unusable = outcomes.stream()
                .filter(record -> !record.outcome().isOfScene())
                .map(IntakeRecord::product)
                .collect(Collectors.toSet());
        // A scene with older bounds is extracted again from the best product that is available.
        ledger.scenes(siteId).stream()
                .filter(scene -> scene.boundsVersion() < watched.boundsVersion())
                .map(SceneRecord::acquisition)
                .flatMap(acquisition -> best(listed, acquisition, unusable).stream())
                .forEach(known::remove);
        outcomes.stream()
                .filter(record -> listed.contains(record.product()))
                .filter(record -> hasChanged(record, watched, archive))
                .map(IntakeRecord::product)
                .forEach(known::remove);
        List<ProductId> unknown = listed.stream()
                .filter(product -> !known.contains(product))
                .sorted(Comparator.comparing(ProductId::acquired)
                        .thenComparing(ProductId::rank, Comparator.reverseOrder())
                        .thenComparing(ProductId::id))
                .toList();
        return new MissingProducts(unknown, absent(watched, from, to.minusDays(PUBLICATION_DAYS), listed));
    }

    /** All products of a site in the archive in a range of days. */
    private static List<ProductId> list(WatchedSite watched, LocalDate from, LocalDate to, Archive archive) {
        List<ProductId> listed = new ArrayList<>();
        for (WatchedScene scene : watched.site().scenes()) {
            for (Satellite satellite : Satellite.values()) {
                for (int year = from.getYear(); year <= to.getYear(); year++) {
                    if (OrbitCalendar.firstDay(satellite).getYear() <= year) {
                        archive.list(satellite, scene.scene(), year).stream()
                                .filter(product -> !product.acquired().isBefore(from)
                                        && !product.acquired().isAfter(to))
                                .forEach(listed::add);
                    }
                }
            }
        }
        return List.copyOf(listed);
    }

    /** Whether the product was unreadable and its files have changed since. */
    private static boolean hasChanged(IntakeRecord record, WatchedSite watched, Archive archive) {
        if (!(record.outcome() instanceof IntakeOutcome.Unreadable)) {
            return false;
        }
        Optional<String> version = ReadVersion.of(record.product(), watched, archive);
        return version.isPresent() && !record.isUnreadableIn(version);
    }

    private static List<ProductId> best(List<ProductId> listed, Acquisition acquisition, Set<ProductId> unusable) {
        return listed.stream()
                .filter(product -> product.acquisition().equals(acquisition))
                .filter(product -> product.whyUnusable().isEmpty() && !unusable.contains(product))
                .max(Comparator.comparing(ProductId::rank))
                .stream()
                .toList();
    }

    private static List<ExpectedPass> absent(
            WatchedSite watched, LocalDate from, LocalDate to, List<ProductId> listed) {
        return watched.site().scenes().stream()
                .flatMap(scene -> OrbitCalendar.passes(scene.scene(), from, to).stream())
                .filter(pass -> listed.stream().noneMatch(product -> isOf(pass, product)))
                .sorted(Comparator.comparing(ExpectedPass::at))
                .collect(
                        Collectors.toMap(ExpectedPass::overpass, pass -> pass, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Whether a product is of the overpass, in any row; close to midnight the calendar may be off by a day. */
    private static boolean isOf(ExpectedPass pass, ProductId product) {
        return product.satellite() == pass.satellite()
                && product.scene().path() == pass.scene().path()
                && product.scene().isAscending() == pass.scene().isAscending()
                && Math.abs(ChronoUnit.DAYS.between(pass.date(), product.acquired())) <= 1;
    }
}
