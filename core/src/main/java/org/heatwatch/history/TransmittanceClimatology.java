package org.heatwatch.history;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.ledger.SceneRecord;

/** The median transmittance of each month, from the products that carry their own. */
final class TransmittanceClimatology {
    private static final int FEWEST = 3;

    private final Map<Month, Double> medians = new EnumMap<>(Month.class);

    TransmittanceClimatology(Collection<SceneRecord> scenes) {
        for (Month month : Month.values()) {
            List<Double> own = scenes.stream()
                    .filter(s -> s.transmittance().source() == Transmittance.Source.ST_ATRAN)
                    .filter(s -> isNear(s.acquisition().date().getMonth(), month))
                    .map(s -> s.transmittance().tau())
                    .sorted()
                    .toList();
            if (own.size() >= FEWEST) {
                medians.put(month, median(own));
            }
        }
    }

    /** The month itself and its two neighbours. */
    private static boolean isNear(Month one, Month other) {
        return one == other || one == other.plus(1) || one == other.minus(1);
    }

    private static double median(List<Double> sorted) {
        int n = sorted.size();
        return DoubleStream.of(sorted.get((n - 1) / 2), sorted.get(n / 2))
                .average()
                .orElseThrow();
    }

    /** An assumed transmittance; empty for a month of which too few scenes are known. */
    Optional<Transmittance> at(LocalDate date) {
        return Optional.ofNullable(medians.get(date.getMonth()))
                .map(tau -> new Transmittance(tau, Transmittance.Source.ASSUMED));
    }
}
