package org.heatwatch.estimation.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.fit.GroundClutter;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.sampling.GridGeometry;
import org.locationtech.jts.geom.Geometry;

/**
 * How much a scene scatters where nothing is on. What is hot raises the scatter of its whole neighbourhood, outlines or not,
 * so the quietest quarter of the neighbourhoods is what counts; the dormant scenes tell what it is worth.
 */
public final class QuietGround {
    /** Of the nodes that are asked: their neighbourhoods overlap anyway. */
    private static final int STEP = 2;

    private static final double QUIETEST = 0.25;

    private final SearchLattice lattice;
    private final FilterBank bank;
    private final Geometry area;
    private final PointSpread spread;
    private final double usual;
    private final double worth;

    QuietGround(List<SceneLook> dormant, GroundClutter clutter, PointSpread spread, Geometry area) {
        if (dormant.isEmpty()) {
            throw new IllegalArgumentException("no dormant scene to learn from");
        }
        this.lattice = new SearchLattice(area);
        this.bank = new FilterBank(geometry(dormant), clutter, spread);
        this.area = area;
        this.spread = spread;
        this.usual = clutter.variance();
        this.worth = usual
                / Median.withDefaults()
                        .evaluate(dormant.parallelStream()
                                .mapToDouble(this::quietest)
                                .filter(Double::isFinite)
                                .toArray());
    }

    /**
     * Learns what the quietest quarter is worth.
     *
     * @param dormant what each dormant scene leaves over of the map that the others make, at least one
     * @param clutter how residuals are alike; its variance is that of a usual scene
     * @param area to look at, in metres of the site's zone
     */
    public static QuietGround of(
            List<SceneResidual> dormant, GroundClutter clutter, PointSpread spread, Geometry area) {
        return new QuietGround(
                dormant.stream().map(r -> SceneLook.of(r, clutter.variance())).toList(), clutter, spread, area);
    }

    /** The middle of each parameter: the grids of a path differ by millimetres. */
    private static GridGeometry geometry(List<SceneLook> looks) {
        List<GridGeometry> all = looks.stream().map(l -> l.grid().geometry()).toList();
        return new GridGeometry(
                middle(all.stream().mapToDouble(GridGeometry::rotationDegrees).toArray()),
                middle(all.stream().mapToDouble(GridGeometry::acrossMetres).toArray()),
                middle(all.stream().mapToDouble(GridGeometry::alongMetres).toArray()),
                middle(all.stream().mapToDouble(GridGeometry::shear).toArray()));
    }

    private static double middle(double[] values) {
        return Median.withDefaults().evaluate(values);
    }

    /** Variance of a scene's clutter, square of an effective kelvin; the usual one if no neighbourhood is seen whole. */
    public double variance(SceneResidual scene) {
        return judged(look(scene)).variance();
    }

    /** A scene as if it were a usual one. */
    SceneLook look(SceneResidual scene) {
        return SceneLook.of(scene, usual);
    }

    /** The scene with the variance of its quiet ground. */
    SceneLook judged(SceneLook look) {
        double variance = worth * quietest(look);
        return new SceneLook(
                look.samples(), look.grid(), look.season(), variance > 0 ? variance : usual, look.shiftError());
    }

    private double quietest(SceneLook look) {
        SampleRaster raster = new SampleRaster(look.samples(), look.grid());
        double[] scatter = IntStream.range(0, lattice.count())
                .filter(node -> lattice.isOneOfEvery(STEP, node))
                .mapToDouble(node -> {
                    double[] index = look.grid().indexOf(lattice.east(node), lattice.north(node));
                    return bank.at(index[0], index[1]).scatter(raster);
                })
                .filter(Double::isFinite)
                .toArray();
        return scatter.length == 0 ? Double.NaN : Quantile.withDefaults().evaluate(scatter, QUIETEST);
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
