package org.heatwatch.estimation.composite;

import java.util.stream.IntStream;
import org.heatwatch.estimation.background.Alignment;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SplineLattice;
import org.locationtech.jts.geom.Envelope;

/**
 * Places scenes on the maps of a joint fit.
 *
 * @param area that the maps cover, in metres of the site's UTM zone
 */
record ScenesOnMaps(Envelope area, SplineLattice lattice, MapVector maps) {
    /** Fits of a scene that the maps were not fitted to: its weights no longer change. */
    private static final int FITS = 4;

    /** A scene less the idle ground: what remains contains the excess. */
    SceneResidual residual(WeightedScene scene) {
        SceneFit fit = scene.fit();
        double[] factors = scene.factors();
        double[] idle = JointEquations.combine(
                maps, new double[] {1, factors[1] / fit.contrast(), factors[2] / fit.contrast(), 0});
        SplinePoint point = new SplinePoint(lattice);
        double[] expected = IntStream.range(0, scene.weights().length)
                .mapToDouble(s -> within(point, scene.east(s), scene.north(s)).value(idle))
                .toArray();
        Alignment alignment = new SceneRefit(area, lattice, scene, maps).alignment();
        return SceneResidual.of(scene.scene().samples(), alignment, expected);
    }

    /** Fits the parameters of a scene that the maps were not fitted to. */
    WeightedScene fitted(CompositeScene scene) {
        WeightedScene fitted = SceneRefit.initial(scene);
        for (int i = 0; i < FITS; i++) {
            fitted = SceneRefit.of(area, lattice, fitted, maps);
        }
        return fitted;
    }

    /** Yearly mean of the idle ground, effective kelvin. */
    double steady(double east, double north) {
        return within(new SplinePoint(lattice), east, north).value(maps.maps()[0]);
    }

    private SplinePoint within(SplinePoint point, double east, double north) {
        return point.at(
                Math.clamp(east, area.getMinX(), area.getMaxX()), Math.clamp(north, area.getMinY(), area.getMaxY()));
    }
}
