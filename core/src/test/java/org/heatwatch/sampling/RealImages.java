package org.heatwatch.sampling;

import java.util.Arrays;
import org.heatwatch.simulator.RealWindow;
import org.heatwatch.simulator.SceneGrid;

/** The real full-resolution windows and simulated scenes, as images. */
final class RealImages {
    private RealImages() {}

    static ThermalImage mendoza() {
        return of(RealWindow.mendoza());
    }

    static ThermalImage band11() {
        return of(RealWindow.band11());
    }

    private static ThermalImage of(RealWindow window) {
        SceneGrid scene = window.scene();
        return image(
                scene.rows(),
                scene.columns(),
                Arrays.stream(window.numbers()).asDoubleStream().toArray(),
                scene.east(-0.5),
                scene.north(-0.5));
    }

    static ThermalImage image(int rows, int columns, double[] values, double west, double north) {
        boolean[] valid = new boolean[values.length];
        Arrays.fill(valid, true);
        return new ThermalImage(rows, columns, values, valid, west, north, SceneGrid.PIXEL_METRES);
    }
}
