package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.RandomStreams;

/** Excess of idle buildings over the ground, in kelvin: a constant, the idle variability and a drift. */
final class IdleBuildingExcess {
    private static final double DAYS_PER_YEAR = 365.25;

    private final double[] constant;
    private final double idleVariabilityKelvin;
    private final Map<LocalDate, double[]> drift;

    private IdleBuildingExcess(double[] constant, double idleVariabilityKelvin, Map<LocalDate, double[]> drift) {
        this.constant = constant;
        this.idleVariabilityKelvin = idleVariabilityKelvin;
        this.drift = drift;
    }

    static IdleBuildingExcess of(ArchiveRecipe recipe, int buildings, List<ScenePlan> plans, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "roofs");
        double[] constant = new double[buildings];
        for (int i = 0; i < buildings; i++) {
            constant[i] = recipe.buildingKelvin() * random.nextGaussian();
        }
        return new IdleBuildingExcess(
                constant,
                recipe.idleVariabilityKelvin(),
                randomWalk(recipe.driftKelvin(), buildings, plans, RandomStreams.of(seed, "drift")));
    }

    private static Map<LocalDate, double[]> randomWalk(
            double kelvinPerRootYear, int buildings, List<ScenePlan> plans, RandomGenerator random) {
        Map<LocalDate, double[]> drift = new HashMap<>();
        double[] now = new double[buildings];
        for (int scene = 0; scene < plans.size(); scene++) {
            LocalDate date = plans.get(scene).pass().date();
            LocalDate before = plans.get(Math.max(0, scene - 1)).pass().date();
            double step = kelvinPerRootYear * Math.sqrt(ChronoUnit.DAYS.between(before, date) / DAYS_PER_YEAR);
            for (int i = 0; i < now.length; i++) {
                now[i] += step * random.nextGaussian();
            }
            drift.put(date, now.clone());
        }
        return drift;
    }

    /** Constant excess of the building with this index, at a contrast of 1. */
    double constant(int building) {
        return constant[building];
    }

    /** Idle variability and drift of a building in a scene, without activity. */
    double variation(int building, ScenePlan plan) {
        double variability = idleVariabilityKelvin
                * RandomStreams.of(plan.seed(), "own " + building).nextGaussian();
        return variability + Objects.requireNonNull(drift.get(plan.pass().date()))[building];
    }
}
