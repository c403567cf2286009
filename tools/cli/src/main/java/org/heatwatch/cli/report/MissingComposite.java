package org.heatwatch.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.source.Period;

/** Explains why a site has no composite, and what to do. */
final class MissingComposite {
    private MissingComposite() {}

    /** @param period that was asked for; empty: after the reference period */
    static String reason(Site site, List<SampledScene> scenes, Optional<Period> period, LocalDate asOf) {
        List<LocalDate> usable = scenes.stream()
                .filter(scene -> scene.samples().isPresent() && scene.scene().pass() == Pass.DAY)
                .map(scene -> scene.scene().acquisition().date())
                .sorted()
                .toList();
        if (usable.isEmpty()) {
            return "site %s: no day scene with samples is recorded; record products with `heatwatch backfill`"
                    .formatted(site.id());
        }
        if (site.referencePeriods().stream().noneMatch(reference -> reference.weight() == 1)) {
            return ("site %s: has no reference period with weight 1, and a composite is the difference from such a "
                            + "time; add one to the site definition")
                    .formatted(site.id());
        }
        long reference = count(usable, date -> site.referenceWeight(date) == 1);
        if (reference < Baseline.FEWEST_OBSERVATIONS) {
            return ("site %s: %d day scenes of the reference period are recorded, but a composite needs %d; record "
                            + "them with `heatwatch backfill`")
                    .formatted(site.id(), reference, Baseline.FEWEST_OBSERVATIONS);
        }
        Predicate<LocalDate> isAsked = period.<Predicate<LocalDate>>map(asked -> asked::contains)
                .orElse(date -> site.referenceWeight(date) == 0 && !date.isAfter(asOf));
        String recorded = "day scenes are recorded from %s to %s".formatted(usable.getFirst(), usable.getLast());
        return count(usable, isAsked) == 0
                ? "site %s: no day scene of the period %s is recorded; %s"
                        .formatted(
                                site.id(), period.map(Period::toString).orElse("after the reference period"), recorded)
                : "site %s: too few scenes are clear; %s".formatted(site.id(), recorded);
    }

    private static long count(List<LocalDate> dates, Predicate<LocalDate> wanted) {
        return dates.stream().filter(wanted).count();
    }
}
