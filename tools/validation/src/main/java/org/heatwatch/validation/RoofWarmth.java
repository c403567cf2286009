package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.RandomStreams;

/** How much warmer than the ground under them idle buildings are, in kelvin. */
final class RoofWarmth {
    private static final double DAYS_PER_YEAR = 365.25;

    private final double[] still;
    private final double ownKelvin;
    private final Map<LocalDate, double[]> drift = new HashMap<>();

    RoofWarmth(ArchiveRecipe recipe, int buildings, List<ScenePlan> plans, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "roofs");
        still = new double[buildings];
        for (int i = 0; i < buildings; i++) {
            still[i] = recipe.buildingKelvin() * random.nextGaussian();
        }
        ownKelvin = recipe.ownKelvin();
        walk(recipe.driftKelvin(), plans, RandomStreams.of(seed, "drift"));
    }

    private void walk(double kelvinPerRootYear, List<ScenePlan> plans, RandomGenerator random) {
        double[] now = new double[still.length];
        for (int scene = 0; scene < plans.size(); scene++) {
            LocalDate date = plans.get(scene).pass().date();
            LocalDate before = plans.get(Math.max(0, scene - 1)).pass().date();
            double step = kelvinPerRootYear * Math.sqrt(ChronoUnit.DAYS.between(before, date) / DAYS_PER_YEAR);
            for (int i = 0; i < now.length; i++) {
                now[i] += step * random.nextGaussian();
            }
            drift.put(date, now.clone());
        }
    }

    /** What stays, of the building of this index, at a contrast of 1. */
    double still(int building) {
        return still[building];
    }

    /** What a scene adds to that without any activity. */
    double varied(int building, ScenePlan plan) {
        double own =
                ownKelvin * RandomStreams.of(plan.seed(), "own " + building).nextGaussian();
        return own + Objects.requireNonNull(drift.get(plan.pass().date()))[building];
    }
}
