package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Least squares of one facility's idle values on a constant and a yearly wave, and how far a new value is off it. */
record SeasonalBaseline(Terms terms, DMatrixRMaj coefficients, DMatrixRMaj inverse, double spread, int freedom) {
    /** With or without the yearly wave. */
    enum Terms {
        CONSTANT(1),
        YEARLY_WAVE(3);

        private final int count;

        Terms(int count) {
            this.count = count;
        }
    }

    record Look(LocalDate date, double value) {}

    /** Empty if there are too few looks to tell the spread. */
    static Optional<SeasonalBaseline> of(List<Look> looks, Terms terms) {
        int p = terms.count;
        int freedom = looks.size() - p;
        if (freedom < 2) {
            return Optional.empty();
        }
        DMatrixRMaj normal = new DMatrixRMaj(p, p);
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        for (Look look : looks) {
            DMatrixRMaj row = row(look.date, terms);
            CommonOps_DDRM.multAddTransB(row, row, normal);
            CommonOps_DDRM.addEquals(right, look.value, row);
        }
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        if (!CommonOps_DDRM.invert(normal, inverse)) {
            return Optional.empty();
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.mult(inverse, right, coefficients);
        double squares = 0;
        for (Look look : looks) {
            double left = look.value - CommonOps_DDRM.dot(row(look.date, terms), coefficients);
            squares += left * left;
        }
        return Optional.of(new SeasonalBaseline(terms, coefficients, inverse, Math.sqrt(squares / freedom), freedom));
    }

    /** The idle value to expect on a day. */
    double expected(LocalDate date) {
        return CommonOps_DDRM.dot(row(date, terms), coefficients);
    }

    Score score(Look look) {
        DMatrixRMaj row = row(look.date, terms);
        DMatrixRMaj product = new DMatrixRMaj(terms.count, 1);
        CommonOps_DDRM.mult(inverse, row, product);
        double leverage = CommonOps_DDRM.dot(row, product);
        return new Score(look.value - expected(look.date), spread * Math.sqrt(1 + leverage), freedom);
    }

    private static DMatrixRMaj row(LocalDate date, Terms terms) {
        double angle = 2 * Math.PI * (date.getDayOfYear() - 0.5) / date.lengthOfYear();
        return switch (terms) {
            case CONSTANT -> new DMatrixRMaj(new double[] {1});
            case YEARLY_WAVE -> new DMatrixRMaj(new double[] {1, Math.cos(angle), Math.sin(angle)});
        };
    }
}
