package org.heatwatch.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One 16-bit band of a whole scene in which only a window holds values; all other pixels are fill. */
public final class SceneBand {
    /** Interpretation of the 16 bits. */
    public enum Type {
        UINT16,
        INT16
    }

    private final SceneGrid scene;
    private final PixelWindow window;
    private final int[] values;
    private final Type type;
    private final int fill;
    private final @Nullable Integer noData;

    /**
     * Creates a band.
     *
     * @param values of the window, row by row
     * @param fill value of all pixels outside the window
     * @param noData value of the nodata tag, or null for none
     */
    public SceneBand(SceneGrid scene, PixelWindow window, int[] values, Type type, int fill, @Nullable Integer noData) {
        window.requireInside(scene);
        if (values.length != window.pixels()) {
            throw new IllegalArgumentException(values.length + " values for " + window);
        }
        this.scene = scene;
        this.window = window;
        this.values = values.clone();
        this.type = type;
        this.fill = fill;
        this.noData = noData;
    }

    /** An unsigned band of measured values; fill and nodata are 0. */
    public static SceneBand measured(SceneGrid scene, PixelWindow window, int[] values) {
        return new SceneBand(scene, window, values, Type.UINT16, 0, 0);
    }

    /** A signed level-2 band; fill and nodata are -9999. */
    public static SceneBand signed(SceneGrid scene, PixelWindow window, int[] values) {
        return new SceneBand(scene, window, values, Type.INT16, -9999, -9999);
    }

    /** A QA_PIXEL band, in which the fill bit is set outside the window; nodata is 1. */
    public static SceneBand quality(SceneGrid scene, PixelWindow window, int[] values) {
        return new SceneBand(scene, window, values, Type.UINT16, QaValues.FILL, QaValues.FILL);
    }

    public SceneGrid scene() {
        return scene;
    }

    public PixelWindow window() {
        return window;
    }

    public Type type() {
        return type;
    }

    public int fill() {
        return fill;
    }

    @Nullable
    Integer noData() {
        return noData;
    }

    /** Value of a pixel of the scene; the fill value outside the window. */
    public int value(int column, int row) {
        Objects.checkIndex(column, scene.columns());
        Objects.checkIndex(row, scene.rows());
        int c = column - window.column();
        int r = row - window.row();
        boolean inside = c >= 0 && r >= 0 && c < window.columns() && r < window.rows();
        return inside ? values[r * window.columns() + c] : fill;
    }
}
