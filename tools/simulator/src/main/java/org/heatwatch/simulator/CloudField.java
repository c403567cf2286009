package org.heatwatch.simulator;

import java.util.Arrays;
import java.util.List;

/** Effect of clouds on the ground temperature, the radiance and QA_PIXEL. */
record CloudField(Extent extent, List<Cloud> clouds) {

    private static final int DILATION_PIXELS = 3;

    GroundTruth shade(GroundTruth truth) {
        if (clouds.isEmpty()) {
            return truth;
        }
        return truth.plus(deepest(clouds, true), -Cloud.SHADOW_KELVIN);
    }

    /** Blends the radiance of the clouds into the radiance of the cells; later clouds cover earlier ones. */
    void cover(double[] radiance, Planck planck) {
        for (Cloud cloud : clouds) {
            double top = planck.radiance(cloud.kelvin());
            cloud.cover(extent).forEach((cell, share) -> radiance[cell] += share * (top - radiance[cell]));
        }
    }

    int[] quality(SceneGrid scene, PixelWindow window, int clear) {
        List<Cloud> flagged = clouds.stream().filter(Cloud::flagged).toList();
        int[] quality = new int[window.pixels()];
        Arrays.fill(quality, clear);
        if (flagged.isEmpty()) {
            return quality;
        }
        boolean[] shadow = covered(deepest(flagged, true), scene, window);
        boolean[] cloud = covered(deepest(flagged, false), scene, window);
        boolean[] near = dilated(cloud, window);
        for (int i = 0; i < quality.length; i++) {
            if (cloud[i]) {
                quality[i] = QaValues.CLOUD;
            } else if (near[i]) {
                quality[i] = QaValues.DILATED_CLOUD;
            } else if (shadow[i]) {
                quality[i] = QaValues.SHADOW;
            }
        }
        return quality;
    }

    private double[] deepest(List<Cloud> which, boolean shadow) {
        double[] shares = new double[extent.cells()];
        for (Cloud cloud : which) {
            Coverage coverage = shadow ? cloud.shadow(extent) : cloud.cover(extent);
            coverage.forEach((cell, share) -> shares[cell] = Math.max(shares[cell], share));
        }
        return shares;
    }

    private boolean[] covered(double[] shares, SceneGrid scene, PixelWindow window) {
        boolean[] covered = new boolean[window.pixels()];
        for (int i = 0; i < covered.length; i++) {
            int column = (int) extent.column(scene.east(window.column() + i % window.columns()));
            int row = (int) extent.row(scene.north(window.row() + i / window.columns()));
            covered[i] = shares[row * extent.columns() + column] > 0.3;
        }
        return covered;
    }

    private static boolean[] dilated(boolean[] cloud, PixelWindow window) {
        boolean[] near = new boolean[cloud.length];
        for (int i = 0; i < cloud.length; i++) {
            if (!cloud[i]) {
                continue;
            }
            int left = Math.max(0, i % window.columns() - DILATION_PIXELS);
            int right = Math.min(window.columns() - 1, i % window.columns() + DILATION_PIXELS);
            int top = Math.max(0, i / window.columns() - DILATION_PIXELS);
            int bottom = Math.min(window.rows() - 1, i / window.columns() + DILATION_PIXELS);
            for (int row = top; row <= bottom; row++) {
                Arrays.fill(near, row * window.columns() + left, row * window.columns() + right + 1, true);
            }
        }
        return near;
    }
}
