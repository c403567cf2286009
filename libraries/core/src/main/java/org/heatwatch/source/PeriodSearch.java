package org.heatwatch.source;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.history.Regime;

/**
 * The result of a search.
 *
 * @param composite of the period
 * @param dates of the scenes of the period
 * @param grounds against which the sources are observed
 */
record PeriodSearch(
        Composite composite,
        NavigableSet<LocalDate> dates,
        SearchWindows.Found found,
        Map<Regime, FittedBackground> grounds) {}
