package org.heatwatch.estimation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Measures the excess of every roof in what one scene leaves over of the idle map, by generalised least squares on the
 * samples within 330 m.
 *
 * <p>Each neighbour enters with what is known of it beforehand: an idle one varies by some tenths of a kelvin from scene to
 * scene, one that may be on by anything. Leaning on what a neighbour shows in the very scene was tried: it lowers the error
 * by 2 % and the excess of each of several hot factories by 7 %.
 */
public final class RoofFit {
    /** Share of a roof's weight that must be visible. */
    public static final double SMALLEST_VISIBLE_FRACTION = 0.8;

    /** Variance of an excess of which nothing is known, square of an effective kelvin. */
    private static final double UNKNOWN = 400;

    private final RoofSet roofs;
    private final List<Optional<GeneralisedLeastSquares>> normals;
    private final double[] visible;
    private final double variance;

    private RoofFit(RoofSet roofs, List<Optional<GeneralisedLeastSquares>> normals, double[] visible, double variance) {
        this.roofs = roofs;
        this.normals = normals;
        this.visible = visible;
        this.variance = variance;
    }

    /**
     * Prepares all roofs.
     *
     * @param grid of the scene, at its place on the map
     * @param clutter how its residuals are alike
     * @param variance of the clutter in this scene, square of an effective kelvin
     */
    public static RoofFit of(
            RoofSet roofs, LocalSamples scene, SamplingGrid grid, GroundClutter clutter, double variance) {
        List<Optional<GeneralisedLeastSquares>> normals = new ArrayList<>();
        double[] visible = new double[roofs.roofs().size()];
        for (int roof = 0; roof < visible.length; roof++) {
            boolean measured = roofs.roofs().get(roof).isMeasured();
            visible[roof] = measured ? roofs.visibleFraction(roof, scene, grid) : 0;
            normals.add(
                    measured && visible[roof] >= SMALLEST_VISIBLE_FRACTION
                            ? roofs.patch(roof, scene).map(patch -> patch.normal(clutter))
                            : Optional.empty());
        }
        return new RoofFit(roofs, normals, visible, variance);
    }

    /**
     * The excess of every roof that is measured.
     *
     * @param idleVariance by which an idle roof varies from scene to scene, square of an effective kelvin
     * @return as many as there are roofs; those that are not measured are hidden
     */
    public List<MeasuredObservation> measure(double idleVariance) {
        List<MeasuredObservation> excesses = new ArrayList<>();
        for (int roof = 0; roof < visible.length; roof++) {
            Optional<GeneralisedLeastSquares> normal = normals.get(roof);
            excesses.add(
                    normal.isPresent()
                            ? measure(roof, normal.get(), idleVariance)
                            : new MeasuredObservation.Hidden(MeasuredObservation.Hidden.UNSEEN, visible[roof]));
        }
        return excesses;
    }

    private MeasuredObservation measure(int roof, GeneralisedLeastSquares normal, double idleVariance) {
        int columns = LocalPatch.FIRST_NEIGHBOUR + roofs.neighbourCount(roof);
        double[] prior = new double[columns];
        Arrays.fill(prior, Double.POSITIVE_INFINITY);
        for (int i = 0; i < roofs.neighbourCount(roof); i++) {
            prior[LocalPatch.FIRST_NEIGHBOUR + i] = mayBeOn(roof, i) ? UNKNOWN : idleVariance;
        }
        GeneralisedLeastSquares.Solution solved = normal.solve(variance, new double[columns], prior)
                .orElseThrow(() -> new IllegalStateException("a target that no sample sees"));
        double error = Math.sqrt(solved.variance(0));
        return new MeasuredObservation.Measured(solved.estimate(0), error, outlineError(roof, solved), visible[roof]);
    }

    private boolean mayBeOn(int roof, int number) {
        return roofs.roofs().get(roofs.neighbour(roof, number)).mayBeOn();
    }

    /** A displaced outline errs by the excess behind it times its leverage; the directions are independent. */
    private double outlineError(int roof, GeneralisedLeastSquares.Solution solved) {
        int column = LocalPatch.FIRST_NEIGHBOUR + roofs.neighbourCount(roof);
        double squares = 0;
        for (int i = -1; i < roofs.neighbourCount(roof); i++) {
            double accuracy = roofs.accuracy(i < 0 ? roof : roofs.neighbour(roof, i));
            if (accuracy > 0) {
                double excess = solved.estimate(i < 0 ? 0 : LocalPatch.FIRST_NEIGHBOUR + i);
                double east = solved.leverage(column++);
                double north = solved.leverage(column++);
                squares += excess * excess * accuracy * accuracy / 2 * (east * east + north * north);
            }
        }
        return Math.sqrt(squares);
    }
}
