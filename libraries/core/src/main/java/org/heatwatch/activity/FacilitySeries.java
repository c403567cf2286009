package org.heatwatch.activity;

import java.time.LocalDate;
import java.util.List;

/**
 * Excesses of a facility over its baseline.
 *
 * @param squareMetres area of its footprint, above 0
 * @param excesses of all counted observations
 */
public record FacilitySeries(double squareMetres, List<DatedExcess> excesses) {

    public FacilitySeries {
        excesses = List.copyOf(excesses);
        if (!(squareMetres > 0)) {
            throw new IllegalArgumentException("a footprint of %s m2".formatted(squareMetres));
        }
    }

    /**
     * Excess in one overpass.
     *
     * @param date UTC date of the overpass
     * @param kelvin effective kelvin above the baseline
     * @param standardError of that, effective kelvin
     */
    public record DatedExcess(LocalDate date, double kelvin, double standardError) {}
}
