package org.heatwatch.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One 16-bit band of a whole scene of which only a window holds values; everything else is fill. */
public final class Band {
    /** How the 16 bits are read. */
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
     * A band.
     *
     * @param values of the window, row by row
     * @param fill value of all pixels outside the window
     * @param noData value of the nodata tag, or null for none
     */
    public Band(SceneGrid scene, PixelWindow window, int[] values, Type type, int fill, @Nullable Integer noData) {
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

    /** A measured unsigned band: fill and nodata are 0. */
    public static Band measured(SceneGrid scene, PixelWindow window, int[] values) {
        return new Band(scene, window, values, Type.UINT16, 0, 0);
    }

    /** A signed level-2 band: fill and nodata are -9999. */
    public static Band signed(SceneGrid scene, PixelWindow window, int[] values) {
        return new Band(scene, window, values, Type.INT16, -9999, -9999);
    }

    /** QA_PIXEL: the fill bit is set outside the window; nodata is 1. */
    public static Band quality(SceneGrid scene, PixelWindow window, int[] values) {
        return new Band(scene, window, values, Type.UINT16, Sky.FILL, Sky.FILL);
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

    /** Value of any pixel of the scene. */
    public int value(int column, int row) {
        Objects.checkIndex(column, scene.columns());
        Objects.checkIndex(row, scene.rows());
        int c = column - window.column();
        int r = row - window.row();
        boolean inside = c >= 0 && r >= 0 && c < window.columns() && r < window.rows();
        return inside ? values[r * window.columns() + c] : fill;
    }
}
