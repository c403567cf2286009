package org.heatwatch.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The activity index in one calendar year or quarter.
 *
 * @param from first day
 * @param to last day
 * @param overpasses smallest number of observations of a facility in the period
 * @param kelvinSquareMetres total excess of all facilities over the reference period, K m2; null if one of them was not
 *     observed in the period
 * @param standardError of kelvinSquareMetres by the scatter of the observations, K m2. The error of the baselines,
 *     which shifts all periods alike, is not part of it
 */
public record IndexPeriod(
        LocalDate from,
        LocalDate to,
        int overpasses,
        @Nullable Double kelvinSquareMetres,
        @Nullable Double standardError) {}
