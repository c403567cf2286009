package org.heatwatch.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.composite.CompositeScene;
import org.heatwatch.history.ConvertedScenes;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/**
 * The scenes of a composite: those of the reference period and those of the period that is searched.
 *
 * @param period as wanted
 * @param area that contains all samples
 * @param dates of the scenes of the period
 */
record SourceScenes(Period period, Envelope area, List<CompositeScene> scenes, NavigableSet<LocalDate> dates) {

    /** The period up to its last scene: later days change nothing. */
    Period searched() {
        return new Period(period.from(), dates.last());
    }

    /** The period after the reference period, to a day; empty if the reference period does not end before. */
    static Optional<Period> usualPeriod(Site site, LocalDate asOf) {
        return site.referencePeriods().stream()
                .filter(reference -> reference.weight() == 1)
                .map(ReferencePeriod::to)
                .max(LocalDate::compareTo)
                .map(end -> end.plusDays(1))
                .filter(start -> !start.isAfter(asOf))
                .map(start -> new Period(start, asOf));
    }

    /** Selects the scenes; empty if there are too few reference scenes or none in the period. */
    static Optional<SourceScenes> of(Site site, ConvertedScenes converted, Period period) {
        List<CompositeScene> scenes = new ArrayList<>();
        NavigableSet<LocalDate> dates = new TreeSet<>();
        int certain = 0;
        for (ConvertedScenes.ConvertedScene scene : converted.scenes()) {
            double weight = site.referenceWeight(scene.date());
            if (period.contains(scene.date())) {
                scenes.add(new CompositeScene(scene.samples(), 1, CompositeScene.SceneRole.PERIOD));
                dates.add(scene.date());
            } else if (weight > 0) {
                scenes.add(new CompositeScene(scene.samples(), weight, CompositeScene.SceneRole.REFERENCE));
                certain += weight == 1 ? 1 : 0;
            }
        }
        return certain < Baseline.FEWEST_OBSERVATIONS || dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceScenes(period, converted.area(), scenes, dates));
    }
}
