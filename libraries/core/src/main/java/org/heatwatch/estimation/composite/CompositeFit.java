package org.heatwatch.estimation.composite;

import java.util.List;
import org.heatwatch.estimation.background.SplineLattice;
import org.locationtech.jts.geom.Envelope;

/**
 * Joint fit of the idle ground, its yearly cycle and the excess of a period to the native samples of all scenes.
 *
 * <p>Model of a sample: level of its scene, plus contrast of its scene times (steady ground + cosine + sine of the
 * yearly
 * cycle), plus the excess if the scene is in the period; each scene is displaced by its own shift. Maps and scenes are
 * fitted alternately with Huber weights; each scene is weighted by its own scatter. Since the idle ground is fitted
 * together with the excess, the error of the excess contains that of the idle ground.
 */
final class CompositeFit {
    /** Spacing in metres of the nodes: half of the shortest wavelength that the point spread transmits. */
    private static final double NODE_METRES = 50;

    /** Room for shifts at the edge of the maps, in metres. */
    static final double EDGE_METRES = 50;

    private static final int TURNS = 4;

    /** Before the last turn the weights still change more than this. */
    private static final double COARSE_TOLERANCE = 3e-3;

    private CompositeFit() {}

    static Composite of(List<CompositeScene> scenes, Envelope area) {
        Envelope larger = area.copy();
        larger.expandBy(EDGE_METRES);
        SplineLattice lattice = SplineLattice.of(larger, NODE_METRES);
        List<WeightedScene> weighted =
                scenes.parallelStream().map(SceneRefit::initial).toList();
        JointEquations equations = JointEquations.of(lattice, weighted);
        MapVector maps = equations.solve(COARSE_TOLERANCE);
        for (int turn = 1; turn < TURNS; turn++) {
            MapVector current = maps;
            weighted = weighted.parallelStream()
                    .map(scene -> SceneRefit.of(larger, lattice, scene, current))
                    .toList();
            if (turn + 1 < TURNS) {
                maps = equations.with(weighted).solve(maps, COARSE_TOLERANCE);
            } else {
                equations = JointEquations.of(lattice, weighted);
                maps = equations.solve(maps);
            }
        }
        return new Composite(area, lattice, weighted, equations, maps);
    }
}
