package org.heatwatch.estimation.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Joint errors of several sources, as factors on the error that each has if the others are known.
 *
 * <p>The filters yield the Fisher information that two amounts have in common, {@code k(p, q) = x(p)' Q(p) x(q)} for
 * sources at p and q; its derivatives by finite differences yield that of their positions.
 */
record JointErrors(FilterBank bank, List<PointSource> sources) {
    /** Half the step of a finite difference, in samples: about 12 m. */
    private static final double STEP = 2.0 / FilterBank.PARTS;

    private static final double[][] DIRECTIONS = {{STEP, 0}, {0, STEP}};
    /** Unknowns of one source: amount, position across, position along. */
    private static final int UNKNOWNS = 3;

    static JointErrors of(FilterBank bank, List<DetectedSource> found) {
        return new JointErrors(bank, found.stream().map(DetectedSource::source).toList());
    }

    /** Factor on the error of each amount, with the other amounts unknown and all positions known. */
    double[] amountFactors() {
        int n = sources.size();
        DMatrixRMaj information = new DMatrixRMaj(n, n);
        double[] alone = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                information.set(i, j, common(sources.get(i), sources.get(j)));
            }
            alone[i] = information.get(i, i);
        }
        double[] factors = new double[n];
        DMatrixRMaj inverse = inverse(information);
        for (int i = 0; i < n; i++) {
            factors[i] = Math.sqrt(variance(information, inverse, i) * alone[i]);
        }
        return factors;
    }

    /**
     * Errors of one source, with the amounts and positions of all sources unknown.
     *
     * @param amountFactor on the error of the amount
     * @param metresPerError standard error of the position along each axis in metres, per K m2 of the error of the
     *     amount
     */
    record Full(double amountFactor, double metresPerError) {}

    /** One for each source, in their order. */
    List<Full> ofAmountsAndPositions() {
        int n = UNKNOWNS * sources.size();
        DMatrixRMaj information = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                information.set(i, j, information(i, j));
            }
        }
        DMatrixRMaj inverse = inverse(information);
        return IntStream.range(0, sources.size())
                .mapToObj(i -> {
                    double alone = information.get(UNKNOWNS * i, UNKNOWNS * i);
                    double amount = variance(information, inverse, UNKNOWNS * i) * alone;
                    double across = variance(information, inverse, UNKNOWNS * i + 1)
                            * bank.image().squaredMetres(1, 0);
                    double along = variance(information, inverse, UNKNOWNS * i + 2)
                            * bank.image().squaredMetres(0, 1);
                    return new Full(Math.sqrt(amount), Math.sqrt(alone * (across + along) / 2));
                })
                .toList();
    }

    /** At least the variance with all else known: for sources at one position the inverse is dominated by rounding. */
    private static double variance(DMatrixRMaj information, DMatrixRMaj inverse, int i) {
        return Math.max(1 / information.get(i, i), inverse.get(i, i));
    }

    /** Element of the information matrix; the unknowns are ordered by source. */
    private double information(int one, int other) {
        PointSource a = sources.get(Math.floorDiv(one, UNKNOWNS));
        PointSource b = sources.get(Math.floorDiv(other, UNKNOWNS));
        if (one % UNKNOWNS == 0 && other % UNKNOWNS == 0) {
            return common(a, b);
        }
        if (one % UNKNOWNS == 0) {
            return slope(a, b, DIRECTIONS[other % UNKNOWNS - 1]);
        }
        double[] direction = DIRECTIONS[one % UNKNOWNS - 1];
        PointSource after = moved(a, direction, 1);
        PointSource before = moved(a, direction, -1);
        double difference = other % UNKNOWNS == 0
                ? common(after, b) - common(before, b)
                : slope(after, b, DIRECTIONS[other % UNKNOWNS - 1])
                        - slope(before, b, DIRECTIONS[other % UNKNOWNS - 1]);
        return a.kelvinSquareMetres() * difference / (2 * STEP);
    }

    private double slope(PointSource a, PointSource b, double[] direction) {
        return b.kelvinSquareMetres()
                * (common(a, moved(b, direction, 1)) - common(a, moved(b, direction, -1)))
                / (2 * STEP);
    }

    private static PointSource moved(PointSource source, double[] direction, double factor) {
        return new PointSource(
                source.across() + factor * direction[0],
                source.along() + factor * direction[1],
                source.kelvinSquareMetres());
    }

    /** Information that the amounts of two sources have in common. */
    private double common(PointSource a, PointSource b) {
        FilterBank.Placed filter = bank.at(a.across(), a.along());
        return filter.filter().common(bank.image(), b.across() - filter.across(), b.along() - filter.along());
    }

    private static DMatrixRMaj inverse(DMatrixRMaj information) {
        int n = information.numRows;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (information.get(i, j) + information.get(j, i)) / 2;
                information.set(i, j, mean);
                information.set(j, i, mean);
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        if (n > 0 && !CommonOps_DDRM.invert(information, inverse)) {
            CommonOps_DDRM.setIdentity(inverse);
        }
        return inverse;
    }
}
