package org.heatwatch.local;

import java.awt.Color;
import java.util.List;

/** Colours for numbers, told apart by colour-blind readers and in grey as well. */
final class ColourScale {
    /** Dark violet for low, through red, to pale yellow for high: lightness rises evenly. */
    static final ColourScale WARMTH =
            new ColourScale(0x0d0829, 0x47106b, 0x8a226a, 0xc83f4b, 0xf1731d, 0xfbb61a, 0xfcfea4);

    /** Blue below zero, white at zero, orange above. */
    static final ColourScale DIFFERENCE = new ColourScale(0x08519c, 0x6baed6, 0xf7f7f7, 0xfdae6b, 0xa63603);

    private final List<Integer> anchors;

    private ColourScale(Integer... anchors) {
        this.anchors = List.of(anchors);
    }

    /** The colour of a place on the scale, 0 to 1; what lies outside takes the end's. */
    Color at(double share) {
        double place = Math.clamp(share, 0, 1) * (anchors.size() - 1);
        int lower = Math.min((int) place, anchors.size() - 2);
        double weight = place - lower;
        Color from = new Color(anchors.get(lower));
        Color to = new Color(anchors.get(lower + 1));
        return new Color(
                mixed(from.getRed(), to.getRed(), weight),
                mixed(from.getGreen(), to.getGreen(), weight),
                mixed(from.getBlue(), to.getBlue(), weight));
    }

    private static int mixed(int from, int to, double weight) {
        return (int) Math.round(from + (to - from) * weight);
    }
}
