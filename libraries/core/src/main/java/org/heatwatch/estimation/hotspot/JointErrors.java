package org.heatwatch.estimation.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How much less is known of each of several sources since the others are not known either.
 *
 * <p>The filters give the information that two amounts have in common, {@code k(p, q) = x(p)' Q(p) x(q)} for sources at p
 * and q; its derivatives, by differences, that of their places.
 */
record JointErrors(FilterBank bank, List<HeatSource> sources) {
    /** Half a difference, in samples: some 12 m. */
    private static final double STEP = 2.0 / FilterBank.PARTS;

    private static final double[][] DIRECTIONS = {{STEP, 0}, {0, STEP}};
    private static final int FREE = 3;

    static JointErrors of(FilterBank bank, List<FoundSource> found) {
        return new JointErrors(bank, found.stream().map(FoundSource::source).toList());
    }

    /** Factor on the error of each amount if the other amounts are unknown but all places known. */
    double[] ofAmounts() {
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
     * Errors if amounts and places of all are unknown.
     *
     * @param amountFactor on the error of the amount
     * @param metresPerError standard error of the place along each axis for each K m2 of the amount's own error
     */
    record Full(double amountFactor, double metresPerError) {}

    /** As many as there are sources. */
    List<Full> ofPlacesToo() {
        int n = FREE * sources.size();
        DMatrixRMaj information = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                information.set(i, j, information(i, j));
            }
        }
        DMatrixRMaj inverse = inverse(information);
        return IntStream.range(0, sources.size())
                .mapToObj(i -> {
                    double alone = information.get(FREE * i, FREE * i);
                    double amount = variance(information, inverse, FREE * i) * alone;
                    double across = variance(information, inverse, FREE * i + 1) * bank.squaredMetres(1, 0);
                    double along = variance(information, inverse, FREE * i + 2) * bank.squaredMetres(0, 1);
                    return new Full(Math.sqrt(amount), Math.sqrt(alone * (across + along) / 2));
                })
                .toList();
    }

    /** At least what it would be if all else were known: of sources that lie together the inverse is mere rounding. */
    private static double variance(DMatrixRMaj information, DMatrixRMaj inverse, int i) {
        return Math.max(1 / information.get(i, i), inverse.get(i, i));
    }

    /** Of the amount, the place across, the place along of each source in turn. */
    private double information(int one, int other) {
        HeatSource a = sources.get(Math.floorDiv(one, FREE));
        HeatSource b = sources.get(Math.floorDiv(other, FREE));
        if (one % FREE == 0 && other % FREE == 0) {
            return common(a, b);
        }
        if (one % FREE == 0) {
            return slope(a, b, DIRECTIONS[other % FREE - 1]);
        }
        double[] direction = DIRECTIONS[one % FREE - 1];
        HeatSource after = moved(a, direction, 1);
        HeatSource before = moved(a, direction, -1);
        double difference = other % FREE == 0
                ? common(after, b) - common(before, b)
                : slope(after, b, DIRECTIONS[other % FREE - 1]) - slope(before, b, DIRECTIONS[other % FREE - 1]);
        return a.kelvinSquareMetres() * difference / (2 * STEP);
    }

    private double slope(HeatSource a, HeatSource b, double[] direction) {
        return b.kelvinSquareMetres()
                * (common(a, moved(b, direction, 1)) - common(a, moved(b, direction, -1)))
                / (2 * STEP);
    }

    private static HeatSource moved(HeatSource source, double[] direction, double times) {
        return new HeatSource(
                source.across() + times * direction[0],
                source.along() + times * direction[1],
                source.kelvinSquareMetres());
    }

    private double common(HeatSource a, HeatSource b) {
        FilterBank.Placed filter = bank.at(a.across(), a.along());
        return filter.filter().common(bank, b.across() - filter.across(), b.along() - filter.along());
    }

    private static DMatrixRMaj inverse(DMatrixRMaj information) {
        int n = information.numRows;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double middle = (information.get(i, j) + information.get(j, i)) / 2;
                information.set(i, j, middle);
                information.set(j, i, middle);
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        if (n > 0 && !CommonOps_DDRM.invert(information, inverse)) {
            CommonOps_DDRM.setIdentity(inverse);
        }
        return inverse;
    }
}
