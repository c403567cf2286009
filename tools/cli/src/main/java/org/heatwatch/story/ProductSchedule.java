package org.heatwatch.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedProductName.Level;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.Pass;

/**
 * The products of an acquisition and the times of their publication. Landsat 8: real time (RT) on the same day, Tier 1
 * after 14 to 20 days, level 2 one day later. Landsat 9: Tier 1 within hours, level 2 after three days. Night passes
 * have no level 2.
 *
 * <p>Source: latencies that the U.S. Geological Survey states for Collection 2.
 */
record ProductSchedule(ExpectedPass taken, Pass pass, SkyCover sky) {
    private static final Duration REAL_TIME = Duration.ofHours(6);
    private static final Duration TIERED_AT_ONCE = Duration.ofHours(5);
    private static final Duration LEVEL_2_AFTER_PASS = Duration.ofDays(3);
    private static final Duration LEVEL_2_AFTER_LEVEL_1 = Duration.ofDays(1);
    private static final int EARLIEST_DAYS = 14;
    private static final int LATEST_DAYS = 20;

    /** The products in the order of publication. */
    List<StoryProduct> products(long seed) {
        return switch (taken.satellite()) {
            case LANDSAT_8 -> {
                int days =
                        RandomStreams.of(seed, "tiered " + taken.acquisition()).nextInt(EARLIEST_DAYS, LATEST_DAYS + 1);
                Duration tiered = Duration.ofDays(days);
                List<StoryProduct> products = new ArrayList<>();
                products.add(product(Level.L1TP, Tier.RT, REAL_TIME));
                products.addAll(tiered(tiered, tiered.plus(LEVEL_2_AFTER_LEVEL_1)));
                yield products;
            }
            case LANDSAT_9 -> tiered(TIERED_AT_ONCE, LEVEL_2_AFTER_PASS);
        };
    }

    private List<StoryProduct> tiered(Duration level1, Duration level2) {
        StoryProduct first = product(Level.L1TP, Tier.T1, level1);
        return switch (pass) {
            case DAY -> List.of(first, product(Level.L2SP, Tier.T1, level2));
            case NIGHT -> List.of(first);
        };
    }

    private StoryProduct product(Level level, Tier tier, Duration after) {
        Instant at = taken.at().plus(after);
        SimulatedProductName name = new SimulatedProductName(
                satellite(taken),
                level,
                taken.scene().path(),
                taken.scene().row(),
                taken.date(),
                at.atOffset(ZoneOffset.UTC).toLocalDate(),
                tier);
        return new StoryProduct(name, at, taken, pass, sky);
    }

    /** The satellite of an expected pass, as the simulator names it. */
    static SimulatedSatellite satellite(ExpectedPass taken) {
        return SimulatedSatellite.valueOf(taken.satellite().name());
    }
}
