package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Least-squares fit of a constant and a yearly wave to idle values, which scores new values. */
record SeasonalBaseline(
        Terms terms, DMatrixRMaj coefficients, DMatrixRMaj inverse, double spread, int degreesOfFreedom) {
    /** Terms of the fit. */
    enum Terms {
        CONSTANT(1),
        YEARLY_WAVE(3);

        private final int count;

        Terms(int count) {
            this.count = count;
        }
    }

    record DatedValue(LocalDate date, double value) {}

    /** Fits the baseline; empty if there are too few values to estimate their spread. */
    static Optional<SeasonalBaseline> of(List<DatedValue> values, Terms terms) {
        int p = terms.count;
        int degreesOfFreedom = values.size() - p;
        if (degreesOfFreedom < 2) {
            return Optional.empty();
        }
        DMatrixRMaj normal = new DMatrixRMaj(p, p);
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        for (DatedValue observed : values) {
            DMatrixRMaj row = row(observed.date, terms);
            CommonOps_DDRM.multAddTransB(row, row, normal);
            CommonOps_DDRM.addEquals(right, observed.value, row);
        }
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        if (!CommonOps_DDRM.invert(normal, inverse)) {
            return Optional.empty();
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.mult(inverse, right, coefficients);
        double sumOfSquares = 0;
        for (DatedValue observed : values) {
            double residual = observed.value - CommonOps_DDRM.dot(row(observed.date, terms), coefficients);
            sumOfSquares += residual * residual;
        }
        return Optional.of(new SeasonalBaseline(
                terms, coefficients, inverse, Math.sqrt(sumOfSquares / degreesOfFreedom), degreesOfFreedom));
    }

    /** Expected idle value on a date. */
    double expected(LocalDate date) {
        return CommonOps_DDRM.dot(row(date, terms), coefficients);
    }

    MethodScore score(DatedValue observed) {
        DMatrixRMaj row = row(observed.date, terms);
        DMatrixRMaj product = new DMatrixRMaj(terms.count, 1);
        CommonOps_DDRM.mult(inverse, row, product);
        double leverage = CommonOps_DDRM.dot(row, product);
        return new MethodScore(
                observed.value - expected(observed.date), spread * Math.sqrt(1 + leverage), degreesOfFreedom);
    }

    private static DMatrixRMaj row(LocalDate date, Terms terms) {
        double angle = 2 * Math.PI * (date.getDayOfYear() - 0.5) / date.lengthOfYear();
        return switch (terms) {
            case CONSTANT -> new DMatrixRMaj(new double[] {1});
            case YEARLY_WAVE -> new DMatrixRMaj(new double[] {1, Math.cos(angle), Math.sin(angle)});
        };
    }
}
