package org.heatwatch.estimation.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Simulated observations of idle footprints with known coefficients. */
final class BaselineRows {
    static final double VARIANCE = 0.25;

    private BaselineRows() {}

    /** Constant, cosine, sine and coefficient of the common mode. */
    static double[] behaviour(Random random, EmpiricalBayesPrior prior) {
        return new double[] {
            Math.sqrt(prior.constant()) * random.nextGaussian(),
            Math.sqrt(prior.yearly()) * random.nextGaussian(),
            Math.sqrt(prior.yearly()) * random.nextGaussian(),
            prior.commonModeShare() + Math.sqrt(prior.commonMode()) * random.nextGaussian()
        };
    }

    static List<BaselineRow> of(Random random, int count, double[] behaviour, double ratio) {
        List<BaselineRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(one(random, behaviour, ratio));
        }
        return rows;
    }

    /** One observation on a random day of the year. */
    static BaselineRow one(Random random, double[] behaviour, double ratio) {
        double angle = random.nextDouble(2 * Math.PI);
        double commonMode = 0.3 * random.nextGaussian();
        double variance = VARIANCE * random.nextDouble(0.7, 1.5);
        BaselineRow bare =
                new BaselineRow(0, variance, new BaselineRow.Season(Math.cos(angle), Math.sin(angle)), commonMode);
        double kelvin = Math.sqrt(variance * ratio) * random.nextGaussian();
        double[] columns = bare.columns();
        for (int i = 0; i < columns.length; i++) {
            kelvin += behaviour[i] * columns[i];
        }
        return new BaselineRow(kelvin, variance, bare.season(), commonMode);
    }

    /** Scaled inverse chi-square, as the prior assumes. */
    static double ratio(Random random, EmpiricalBayesPrior prior) {
        double chiSquare = 0;
        for (int i = 0; i < Math.round(prior.varianceDegreesOfFreedom()); i++) {
            double g = random.nextGaussian();
            chiSquare += g * g;
        }
        return prior.varianceRatio() * prior.varianceDegreesOfFreedom() / chiSquare;
    }
}
