package org.heatwatch.estimation.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.ResidualCovariance;
import org.heatwatch.sampling.GridGeometry;
import org.locationtech.jts.geom.Geometry;

/**
 * Background scatter of a scene: the variance of its residuals where nothing is on.
 *
 * <p>A hot source raises the scatter of its whole neighbourhood. The estimate is therefore the lower quartile of the
 * scatter of all neighbourhoods, times a factor that makes it unbiased for the reference scenes. It uses no outlines.
 */
public final class BackgroundScatter {
    /** Spacing, in nodes, of the neighbourhoods: they overlap. */
    private static final int STEP = 2;

    private static final double QUANTILE = 0.25;

    private final SearchLattice lattice;
    private final FilterBank bank;
    private final Geometry area;
    private final PointSpread spread;
    private final double typicalVariance;
    private final double factor;

    private BackgroundScatter(
            SearchLattice lattice,
            FilterBank bank,
            Geometry area,
            PointSpread spread,
            double typicalVariance,
            double factor) {
        this.lattice = lattice;
        this.bank = bank;
        this.area = area;
        this.spread = spread;
        this.typicalVariance = typicalVariance;
        this.factor = factor;
    }

    /**
     * Learns the factor between the lower quartile and the variance.
     *
     * @param reference leave-one-out residuals of each reference scene, at least one
     * @param covariance of the residuals, with the variance of a typical scene
     * @param spread of the sensor
     * @param area to search, in metres of the site's zone
     * @throws IllegalArgumentException if there is no reference scene, or no lattice node in the area
     */
    public static BackgroundScatter of(
            List<SceneResidual> reference, ResidualCovariance covariance, PointSpread spread, Geometry area) {
        return ofObservations(
                reference.stream()
                        .map(r -> SceneObservation.of(r, covariance.variance()))
                        .toList(),
                covariance,
                spread,
                area);
    }

    static BackgroundScatter ofObservations(
            List<SceneObservation> reference, ResidualCovariance covariance, PointSpread spread, Geometry area) {
        if (reference.isEmpty()) {
            throw new IllegalArgumentException("no reference scene to learn the background scatter from");
        }
        SearchLattice lattice = SearchLattice.of(area);
        FilterBank bank = FilterBank.of(medianGeometry(reference), covariance, spread);
        double quartile = median(reference.parallelStream()
                .mapToDouble(scene -> lowerQuartile(scene, lattice, bank))
                .filter(Double::isFinite)
                .toArray());
        return new BackgroundScatter(
                lattice, bank, area, spread, covariance.variance(), covariance.variance() / quartile);
    }

    /** Median of each parameter: the grids of a path differ by millimetres only. */
    private static GridGeometry medianGeometry(List<SceneObservation> scenes) {
        List<GridGeometry> all =
                scenes.stream().map(scene -> scene.grid().geometry()).toList();
        return new GridGeometry(
                median(all.stream().mapToDouble(GridGeometry::rotationDegrees).toArray()),
                median(all.stream().mapToDouble(GridGeometry::acrossMetres).toArray()),
                median(all.stream().mapToDouble(GridGeometry::alongMetres).toArray()),
                median(all.stream().mapToDouble(GridGeometry::shear).toArray()));
    }

    private static double median(double[] values) {
        return Median.withDefaults().evaluate(values);
    }

    /**
     * Estimates the background variance of a scene, square of an effective kelvin; the typical one if no neighbourhood
     * is completely visible.
     */
    public double variance(SceneResidual scene) {
        return withItsVariance(observation(scene)).variance();
    }

    /** A scene with the typical variance. */
    SceneObservation observation(SceneResidual scene) {
        return SceneObservation.of(scene, typicalVariance);
    }

    /** The scene with the estimate of its own variance. */
    SceneObservation withItsVariance(SceneObservation scene) {
        double variance = factor * lowerQuartile(scene, lattice, bank);
        return new SceneObservation(
                scene.samples(),
                scene.grid(),
                scene.season(),
                variance > 0 ? variance : typicalVariance,
                scene.shiftError());
    }

    /** Lower quartile of the variances of the neighbourhoods; NaN if none is completely visible. */
    private static double lowerQuartile(SceneObservation scene, SearchLattice lattice, FilterBank bank) {
        SampleRaster raster = SampleRaster.of(scene.samples(), scene.grid());
        double[] scatter = IntStream.range(0, lattice.count())
                .filter(node -> lattice.isOneOfEvery(STEP, node))
                .mapToDouble(node -> {
                    double[] index = scene.grid().indexOf(lattice.east(node), lattice.north(node));
                    return bank.at(index[0], index[1]).scatter(raster);
                })
                .filter(Double::isFinite)
                .toArray();
        return scatter.length == 0 ? Double.NaN : Quantile.withDefaults().evaluate(scatter, QUANTILE);
    }

    SearchLattice lattice() {
        return lattice;
    }

    FilterBank bank() {
        return bank;
    }

    Geometry area() {
        return area;
    }

    PointSpread spread() {
        return spread;
    }
}
