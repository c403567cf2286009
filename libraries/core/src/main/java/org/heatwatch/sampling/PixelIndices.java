package org.heatwatch.sampling;

/** Positions of the valid pixels of an image on a grid: fractional sample indices, in the order of the pixels. */
final class PixelIndices {
    private final int[] pixel;
    private final double[] x;
    private final double[] y;
    private final double[] across;
    private final double[] along;
    /** Displacement of each pixel by the bend, metres; empty for an affine grid. */
    private double[] displacement = {};

    private PixelIndices(int[] pixel, double[] x, double[] y) {
        this.pixel = pixel;
        this.x = x;
        this.y = y;
        this.across = new double[pixel.length];
        this.along = new double[pixel.length];
    }

    static PixelIndices of(ThermalImage image, SamplingGrid grid) {
        int count = image.validCount();
        int[] pixel = new int[count];
        double[] x = new double[count];
        double[] y = new double[count];
        int n = 0;
        for (int p = 0; p < image.size(); p++) {
            if (image.isValid(p)) {
                pixel[n] = p;
                x[n] = image.eastOf(p % image.columns()) - grid.originEast();
                y[n] = grid.originNorth() - image.northOf(p / image.columns());
                n++;
            }
        }
        PixelIndices indices = new PixelIndices(pixel, x, y);
        indices.place(grid);
        return indices;
    }

    /** Computes the indices on another grid with the same origin. */
    void place(SamplingGrid grid) {
        GridGeometry geometry = grid.geometry();
        double cos = Math.cos(Math.toRadians(geometry.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(geometry.rotationDegrees()));
        double perAcross = 1 / geometry.acrossMetres();
        double perAlong = 1 / geometry.alongMetres();
        double shear = geometry.shear();
        bend(grid.bend());
        for (int n = 0; n < pixel.length; n++) {
            double a = cos * x[n] + sin * y[n];
            double b = cos * y[n] - sin * x[n];
            across[n] = (a + shear * b) * perAcross - grid.phaseAcross();
            along[n] = b * perAlong - grid.phaseAlong();
        }
        for (int n = 0; n < displacement.length; n++) {
            across[n] += displacement[n] * perAcross;
        }
    }

    private void bend(GridBend bend) {
        displacement = new double[bend.isNone() ? 0 : pixel.length];
        for (int n = 0; n < displacement.length; n++) {
            displacement[n] = bend.at(x[n], y[n]);
        }
    }

    /** Weights of the nodes of a bend at a pixel, as {@link GridBend#weights}. */
    int weights(int n, GridBend bend, double[] weights) {
        return bend.weights(x[n], y[n], weights);
    }

    int count() {
        return pixel.length;
    }

    int pixel(int n) {
        return pixel[n];
    }

    double across(int n) {
        return across[n];
    }

    double along(int n) {
        return along[n];
    }

    /**
     * Derivatives of both indices of a pixel by the six parameters of the grid, in the order of {@link
     * SamplingGrid#parameters()}.
     */
    void derivatives(int n, SamplingGrid grid, double[] acrossBy, double[] alongBy) {
        GridGeometry geometry = grid.geometry();
        double b = (along[n] + grid.phaseAlong()) * geometry.alongMetres();
        double sheared = (across[n] + grid.phaseAcross()) * geometry.acrossMetres();
        double a = sheared - geometry.shear() * b - (displacement.length == 0 ? 0 : displacement[n]);
        double perAcross = 1 / geometry.acrossMetres();
        double perAlong = 1 / geometry.alongMetres();
        acrossBy[0] = Math.toRadians(b - geometry.shear() * a) * perAcross;
        alongBy[0] = -Math.toRadians(a) * perAlong;
        acrossBy[1] = -sheared * perAcross * perAcross;
        alongBy[1] = 0;
        acrossBy[2] = 0;
        alongBy[2] = -b * perAlong * perAlong;
        acrossBy[3] = b * perAcross;
        alongBy[3] = 0;
        acrossBy[4] = -1;
        alongBy[4] = 0;
        acrossBy[5] = 0;
        alongBy[5] = -1;
    }
}
