package org.heatwatch.sampling;

import java.util.Arrays;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.RealWindow;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SimulatedScene;

/** The real full-resolution windows and simulated scenes, as images in counts. */
public final class RealImages {
    /** Any of fill, dilated cloud, cirrus, cloud and shadow in QA_PIXEL. */
    private static final int MASKED = 0b11111;

    private RealImages() {}

    public static ThermalImage mendoza() {
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

    public static ThermalImage of(SimulatedScene scene) {
        PixelWindow window = scene.window();
        int[] quality = scene.quality();
        boolean[] valid = new boolean[window.pixels()];
        for (int i = 0; i < valid.length; i++) {
            valid[i] = (quality[i] & MASKED) == 0;
        }
        return new ThermalImage(
                window.rows(),
                window.columns(),
                Arrays.stream(scene.digitalNumbers()).asDoubleStream().toArray(),
                valid,
                scene.scene().east(window.column() - 0.5),
                scene.scene().north(window.row() - 0.5),
                SceneGrid.PIXEL_METRES);
    }

    static ThermalImage image(int rows, int columns, double[] values, double west, double north) {
        boolean[] valid = new boolean[values.length];
        Arrays.fill(valid, true);
        return new ThermalImage(rows, columns, values, valid, west, north, SceneGrid.PIXEL_METRES);
    }

    /** The image rotated clockwise by 90 degrees. */
    static ThermalImage turned(ThermalImage image) {
        int rows = image.rows();
        int columns = image.columns();
        double[] values = new double[image.size()];
        for (int p = 0; p < values.length; p++) {
            values[p % columns * rows + rows - 1 - p / columns] = image.value(p);
        }
        return image(/* rows= */ columns, /* columns= */ rows, values, 0, 0);
    }

    /** The prior of a {@link #turned} image, from the orbit. */
    static GridPrior swappedAxes(double rotationDegrees) {
        GridGeometry usual = GridGeometry.usual(rotationDegrees);
        GridPrior prior = GridPrior.ofOrbit(rotationDegrees);
        return new GridPrior(
                new GridGeometry(rotationDegrees, usual.alongMetres(), usual.acrossMetres(), 0),
                prior.rotationError(),
                prior.spacingError(),
                prior.shearError(),
                prior.rotationTolerance());
    }
}
