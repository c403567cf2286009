package org.heatwatch.clip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.heatwatch.sampling.ThermalImage;

/**
 * Finds small patches that QA_PIXEL flags as cloud or shadow. CFMask flags bright buildings for years. One scene does
 * not show whether a patch is a building or a small cloud, so the samples under it are kept, separately.
 */
public final class FlaggedPatches {
    /** Largest patch in pixels: a building of 200 m by 200 m with the dilation of its flag by three pixels. */
    private static final int MOST_PIXELS = 200;

    private static final int DONE = 1;
    private static final int SMALL = 2;

    private FlaggedPatches() {}

    /** The image of a clip whose valid pixels are the clear ones and those of small patches; empty without patches. */
    public static Optional<ThermalImage> image(Clip clip) {
        RasterGrid grid = clip.grid();
        byte[] kind = new byte[grid.pixels()];
        boolean found = false;
        for (int p = 0; p < kind.length; p++) {
            if (kind[p] == 0 && isFlagged(clip, p)) {
                found |= mark(clip, p, kind);
            }
        }
        if (!found) {
            return Optional.empty();
        }
        double[] values = new double[kind.length];
        boolean[] valid = new boolean[kind.length];
        for (int p = 0; p < kind.length; p++) {
            values[p] = clip.count(p);
            valid[p] = clip.isClear(p) || kind[p] == SMALL;
        }
        return Optional.of(new ThermalImage(
                grid.rows(), grid.columns(), values, valid, grid.west(), grid.north(), grid.pixelMetres()));
    }

    private static boolean isFlagged(Clip clip, int pixel) {
        return clip.isCovered(pixel) && clip.isPlausible(pixel) && !clip.isClear(pixel);
    }

    /** Marks the patch of a pixel; returns whether it is small. */
    private static boolean mark(Clip clip, int start, byte[] kind) {
        Deque<Integer> open = new ArrayDeque<>();
        Deque<Integer> patch = new ArrayDeque<>();
        open.add(start);
        kind[start] = DONE;
        while (!open.isEmpty()) {
            int pixel = open.remove();
            patch.add(pixel);
            int column = pixel % clip.grid().columns();
            int row = pixel / clip.grid().columns();
            for (int y = Math.max(0, row - 1); y <= Math.min(clip.grid().rows() - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(clip.grid().columns() - 1, column + 1); x++) {
                    int near = y * clip.grid().columns() + x;
                    if (kind[near] == 0 && isFlagged(clip, near)) {
                        kind[near] = DONE;
                        open.add(near);
                    }
                }
            }
        }
        if (patch.size() > MOST_PIXELS) {
            return false;
        }
        patch.forEach(pixel -> kind[pixel] = SMALL);
        return true;
    }
}
