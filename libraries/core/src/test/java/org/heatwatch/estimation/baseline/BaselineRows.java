package org.heatwatch.estimation.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Looks at idle roofs that are known exactly. */
final class BaselineRows {
    static final double VARIANCE = 0.25;

    private BaselineRows() {}

    /** Constant, cosine, sine and share of the common mode. */
    static double[] behaviour(Random random, IdlePool pool) {
        return new double[] {
            Math.sqrt(pool.constant()) * random.nextGaussian(),
            Math.sqrt(pool.yearly()) * random.nextGaussian(),
            Math.sqrt(pool.yearly()) * random.nextGaussian(),
            pool.commonModeShare() + Math.sqrt(pool.commonMode()) * random.nextGaussian()
        };
    }

    static List<BaselineRow> of(Random random, int count, double[] behaviour, double ratio) {
        List<BaselineRow> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            looks.add(one(random, behaviour, ratio));
        }
        return looks;
    }

    /** A look on any day of the year. */
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

    /** Scaled inverse chi-square, as the pool has it. */
    static double ratio(Random random, IdlePool pool) {
        double chiSquare = 0;
        for (int i = 0; i < Math.round(pool.varianceFreedom()); i++) {
            double g = random.nextGaussian();
            chiSquare += g * g;
        }
        return pool.varianceRatio() * pool.varianceFreedom() / chiSquare;
    }
}
