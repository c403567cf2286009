package org.heatwatch.estimation.source;

/** Weights of the four cubic B-splines between two nodes. */
final class CubicSpline {
    private CubicSpline() {}

    /**
     * Weight of a node, or its derivative with respect to the position in units of the spacing.
     *
     * @param node 0 for the node before the two neighbours, to 3 for the node after them
     * @param fraction position between the neighbours, 0 to 1
     * @param derivative order, 0 to 2
     */
    static double weight(int node, double fraction, int derivative) {
        double t = fraction;
        double s = 1 - t;
        return switch (derivative) {
            case 0 ->
                switch (node) {
                    case 0 -> s * s * s / 6;
                    case 1 -> (3 * t * t * t - 6 * t * t + 4) / 6;
                    case 2 -> (3 * s * s * s - 6 * s * s + 4) / 6;
                    default -> t * t * t / 6;
                };
            case 1 ->
                switch (node) {
                    case 0 -> -s * s / 2;
                    case 1 -> (3 * t * t - 4 * t) / 2;
                    case 2 -> -(3 * s * s - 4 * s) / 2;
                    default -> t * t / 2;
                };
            default ->
                switch (node) {
                    case 0 -> s;
                    case 1 -> 3 * t - 2;
                    case 2 -> 3 * s - 2;
                    default -> t;
                };
        };
    }
}
