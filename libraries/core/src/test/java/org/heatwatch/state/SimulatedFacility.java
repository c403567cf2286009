package org.heatwatch.state;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.landsat.WrsScene;

/**
 * A facility whose baseline was estimated from its reference observations, observed by two satellites by day and by
 * night through clouds. Independent of the bootstrap that computes the threshold.
 */
final class SimulatedFacility {
    private static final LocalDate START = LocalDate.of(2020, 6, 1);
    private static final double CLEAR = 1.0 / 3;

    private final SplittableRandom random;
    private final BaselinePrecision idle;
    private final DMatrixRMaj coefficients;
    private final DMatrixRMaj inverseNormal;
    private final double deviation;
    private double residual;

    SimulatedFacility(BaselinePrecision idle, long seed) {
        this.idle = idle;
        random = new SplittableRandom(seed);
        int n = idle.referenceObservations();
        int p = idle.parameters();
        DMatrixRMaj design = new DMatrixRMaj(n, p);
        DMatrixRMaj values = new DMatrixRMaj(n, 1);
        residual = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            double[] row = row(4.0 * i / n);
            for (int column = 0; column < p; column++) {
                design.set(i, column, row[column]);
            }
            values.set(i, nextResidual());
        }
        inverseNormal = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multTransA(design, design, inverseNormal);
        CommonOps_DDRM.invert(inverseNormal);
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.multTransA(design, values, right);
        coefficients = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.mult(inverseNormal, right, coefficients);
        CommonOps_DDRM.multAdd(-1, design, coefficients, values);
        double sumOfSquares = CommonOps_DDRM.dot(values, values);
        for (int i = 0; i < idle.priorDegreesOfFreedom(); i++) {
            sumOfSquares += Math.pow(random.nextGaussian(), 2);
        }
        deviation = Math.sqrt(sumOfSquares / idle.degreesOfFreedom());
    }

    private double nextResidual() {
        double rho = idle.autocorrelation();
        residual = rho * residual + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        return residual;
    }

    private double[] row(double year) {
        double season = 2 * Math.PI * year;
        return switch (idle.parameters()) {
            case 1 -> new double[] {1};
            case 4 -> new double[] {1, Math.cos(season), Math.sin(season), random.nextGaussian()};
            default -> throw new IllegalArgumentException("simulated for 1 or 4 parameters");
        };
    }

    private HeatScore score(double year, double excess) {
        DMatrixRMaj row = new DMatrixRMaj(idle.parameters(), 1, true, row(year));
        DMatrixRMaj spread = new DMatrixRMaj(idle.parameters(), 1);
        CommonOps_DDRM.mult(inverseNormal, row, spread);
        double leverage = CommonOps_DDRM.dot(row, spread);
        double prediction = CommonOps_DDRM.dot(row, coefficients);
        double z = (excess + nextResidual() - prediction) / (deviation * Math.sqrt(1 + leverage));
        return HeatScore.of(z, idle.degreesOfFreedom());
    }

    /**
     * Observations of the facility: every eight days one by day and one by night, of which one in three is clear.
     *
     * @param excess over the baseline from {@code fromYear} on, in standard deviations
     */
    List<JudgedObservation> observations(double years, double excess, double fromYear) {
        List<JudgedObservation> observations = new ArrayList<>();
        int dayPhase = random.nextInt(8);
        int nightPhase = random.nextInt(8);
        for (int day = 0; day < years * 365.25; day++) {
            double year = day / 365.25;
            boolean byDay = day % 8 == dayPhase;
            boolean byNight = day % 8 == nightPhase;
            if (byDay) {
                add(observations, day, 2, new WrsScene(116, 34), year >= fromYear ? excess : 0);
            }
            if (byNight) {
                add(observations, day, 13, new WrsScene(213, 210), year >= fromYear ? excess : 0);
            }
        }
        return observations;
    }

    private void add(List<JudgedObservation> observations, int day, int hour, WrsScene scene, double excess) {
        LocalDate date = START.plusDays(day);
        JudgedObservation.Outcome outcome =
                random.nextDouble() < CLEAR ? Passes.scored(score(day / 365.25, excess)) : Passes.HIDDEN;
        observations.add(Passes.observation(
                scene, date.atTime(hour, 10).toInstant(ZoneOffset.UTC), outcome, /* mayTurnOn= */ true));
    }

    /** Valid observations per year. */
    static double observationsPerYear() {
        return 2 * 365.25 / 8 * CLEAR;
    }

    static LocalDate dayOf(double year) {
        return START.plusDays((long) Math.ceil(year * 365.25));
    }
}
