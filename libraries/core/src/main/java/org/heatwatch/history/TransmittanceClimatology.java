package org.heatwatch.history;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.ledger.SceneRecord;

/** Median transmittance of each month, from the products that have their own. */
record TransmittanceClimatology(Map<Month, Double> medians) {
    private static final int FEWEST = 3;

    static TransmittanceClimatology of(Collection<SceneRecord> scenes) {
        Map<Month, Double> medians = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            double[] own = scenes.stream()
                    .filter(s -> s.transmittance().source() == Transmittance.Source.ST_ATRAN)
                    .filter(s -> isNear(s.acquisition().date().getMonth(), month))
                    .mapToDouble(s -> s.transmittance().tau())
                    .toArray();
            if (own.length >= FEWEST) {
                medians.put(month, Median.withDefaults().evaluate(own));
            }
        }
        return new TransmittanceClimatology(medians);
    }

    /** Whether a month is the other or adjacent to it. */
    private static boolean isNear(Month one, Month other) {
        return one == other || one == other.plus(1) || one == other.minus(1);
    }

    /** The assumed transmittance for a date; empty if its month has too few scenes. */
    Optional<Transmittance> at(LocalDate date) {
        return Optional.ofNullable(medians.get(date.getMonth()))
                .map(tau -> new Transmittance(tau, Transmittance.Source.ASSUMED));
    }
}
