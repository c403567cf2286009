package org.heatwatch.source;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeScene;
import org.heatwatch.history.CloudScreen;
import org.heatwatch.history.ConvertedScenes;
import org.heatwatch.history.ConvertedScenes.ConvertedScene;
import org.heatwatch.history.Regime;

/** The search of scenes that are fitted together, to which a few later scenes can be added. */
final class JointSearch {
    private final ConvertedScenes converted;
    private final SourceScenes selected;
    private final Composite composite;
    private final SearchWindows windows;
    private final Map<Regime, FittedBackground> grounds;

    private JointSearch(
            ConvertedScenes converted,
            SourceScenes selected,
            Composite composite,
            Map<Regime, FittedBackground> grounds) {
        this.converted = converted;
        this.selected = selected;
        this.composite = composite;
        this.windows = SearchWindows.of(composite, selected.searched(), selected.dates());
        this.grounds = grounds;
    }

    /**
     * Fits all scenes up to the day of the input, and searches their composite.
     *
     * @param clouds may have results of an earlier run
     * @return empty if there are too few reference scenes, or none in the period
     */
    static Optional<JointSearch> of(CloudScreen clouds, SearchInput input) {
        ConvertedScenes converted = converted(clouds, input, Regime.DAY);
        return SourceScenes.of(input.site(), converted, input.period()).map(selected -> {
            Composite composite = Composite.of(selected.scenes(), selected.area());
            return new JointSearch(converted, selected, composite, grounds(clouds, input, composite));
        });
    }

    private static ConvertedScenes converted(CloudScreen clouds, SearchInput input, Regime regime) {
        return ConvertedScenes.of(clouds, input.site(), input.scenes(), regime, input.asOf());
    }

    private static Map<Regime, FittedBackground> grounds(CloudScreen clouds, SearchInput input, Composite byDay) {
        Map<Regime, FittedBackground> grounds = new LinkedHashMap<>();
        grounds.put(Regime.DAY, byDay.background());
        for (Regime regime : Regime.all()) {
            if (!regime.equals(Regime.DAY)) {
                SourceScenes.of(input.site(), converted(clouds, input, regime), input.period())
                        .map(others -> Composite.of(others.scenes(), others.area()))
                        .ifPresent(of -> grounds.put(regime, of.background()));
            }
        }
        return grounds;
    }

    /** What these scenes show. */
    PeriodSearch found() {
        return new PeriodSearch(composite, selected.dates(), windows.found(), grounds);
    }

    /**
     * What these scenes show together with later ones of the period, which are fitted to the maps of these.
     *
     * @param after last day of these scenes
     * @param input with the later scenes
     */
    PeriodSearch with(CloudScreen clouds, LocalDate after, SearchInput input) {
        List<ConvertedScene> later = converted.later(clouds, input.site(), input.scenes(), after, input.asOf()).stream()
                .filter(scene -> input.period().contains(scene.date()))
                .toList();
        Composite more = composite.with(later.stream()
                .map(scene -> new CompositeScene(scene.samples(), 1, CompositeScene.SceneRole.PERIOD))
                .toList());
        NavigableSet<LocalDate> dates = new TreeSet<>(selected.dates());
        later.forEach(scene -> dates.add(scene.date()));
        Period searched = new Period(input.period().from(), dates.last());
        return new PeriodSearch(more, dates, windows.with(more, searched, dates), grounds);
    }
}
