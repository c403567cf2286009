package org.heatwatch.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Smooth displacement across track by which a sampling grid deviates from an affine one.
 *
 * <p>Terrain correction takes a pixel at height {@code h} from a position that is displaced across track by {@code h}
 * times the tangent of the view angle. Over mountains the positions of the samples on the map therefore follow the
 * relief. The displacement is a sum of cubic B-splines on a
 * lattice of nodes, in metres, as a function of the position on the map relative to the origin of the grid. Beyond the
 * lattice it is constant.
 *
 * <p>Immutable.
 */
public final class GridBend {
    /** No displacement. */
    public static final GridBend NONE = new GridBend(0, 0, 1, 0, new double[0]);

    /** Nodes along each axis on which the displacement of one position depends. */
    static final int SUPPORT = 4;

    private static final double INSIDE = 1e-9;
    private static final int HEADER = 4;

    private final double firstX;
    private final double firstY;
    private final double spacing;
    private final int columns;
    private final int rows;
    private final double[] metres;

    private GridBend(double firstX, double firstY, double spacing, int columns, double[] metres) {
        this.firstX = firstX;
        this.firstY = firstY;
        this.spacing = spacing;
        this.columns = columns;
        this.rows = columns == 0 ? 0 : metres.length / columns;
        this.metres = metres;
    }

    /**
     * A bend with these coefficients.
     *
     * @param firstX metres east of the origin of the grid of the first column of nodes
     * @param firstY metres south of the origin of the grid of the first row of nodes
     * @param spacing distance of the nodes in metres
     * @param columns number of columns of nodes, at least 4
     * @param metres coefficient of each node in metres, row by row; at least 4 rows
     * @throws IllegalArgumentException if there are too few nodes, or a number is not finite
     */
    private static GridBend of(double firstX, double firstY, double spacing, int columns, List<Double> metres) {
        boolean isLattice =
                columns >= SUPPORT && metres.size() >= SUPPORT * columns && metres.size() % columns == 0 && spacing > 0;
        double[] values = metres.stream().mapToDouble(Double::doubleValue).toArray();
        boolean isFinite = Double.isFinite(firstX + firstY + spacing)
                && Arrays.stream(values).allMatch(Double::isFinite);
        if (!isLattice || !isFinite) {
            throw new IllegalArgumentException("not a bend: %d nodes in %d columns, %s m apart, from %s, %s"
                    .formatted(values.length, columns, spacing, firstX, firstY));
        }
        return new GridBend(firstX, firstY, spacing, columns, values);
    }

    /**
     * A bend from its stored form.
     *
     * @param numbers as {@link #numbers()}
     * @throws IllegalArgumentException if they are not the numbers of a bend
     */
    public static GridBend ofNumbers(List<Double> numbers) {
        if (numbers.isEmpty()) {
            return NONE;
        }
        if (numbers.size() < HEADER) {
            throw new IllegalArgumentException("not a bend: %d numbers".formatted(numbers.size()));
        }
        int columns = numbers.get(HEADER - 1).intValue();
        return of(numbers.get(0), numbers.get(1), numbers.get(2), columns, numbers.subList(HEADER, numbers.size()));
    }

    /** Stored form: metres east and south of the first node, distance of the nodes, columns, coefficients; or empty. */
    public List<Double> numbers() {
        return isNone()
                ? List.of()
                : DoubleStream.concat(DoubleStream.of(firstX, firstY, spacing, columns), Arrays.stream(metres))
                        .boxed()
                        .toList();
    }

    /** A lattice without displacement that covers an image, relative to an origin in metres. */
    static GridBend over(ThermalImage image, double originEast, double originNorth, double spacing) {
        double width = image.columns() * image.pixelMetres();
        double height = image.rows() * image.pixelMetres();
        int across = (int) Math.ceil(width / spacing);
        int down = (int) Math.ceil(height / spacing);
        double left = image.west() - originEast - (across * spacing - width) / 2;
        double top = originNorth - image.north() - (down * spacing - height) / 2;
        int columns = across + SUPPORT - 1;
        return new GridBend(
                left - spacing, top - spacing, spacing, columns, new double[columns * (down + SUPPORT - 1)]);
    }

    /** Whether the grid is affine. */
    public boolean isNone() {
        return metres.length == 0;
    }

    /** Distance of the nodes in metres. */
    double spacing() {
        return spacing;
    }

    /** Number of columns of nodes. */
    int columns() {
        return columns;
    }

    int nodes() {
        return metres.length;
    }

    double[] coefficients() {
        return metres.clone();
    }

    /** The same lattice with other coefficients. */
    GridBend with(double[] coefficients) {
        return new GridBend(firstX, firstY, spacing, columns, coefficients.clone());
    }

    /** The same displacement on the map for an origin that is this far to the east and to the south. */
    GridBend about(double east, double south) {
        return isNone() ? this : new GridBend(firstX - east, firstY - south, spacing, columns, metres);
    }

    /** Displacement in metres, given metres east and south of the grid's origin. */
    double at(double x, double y) {
        if (isNone()) {
            return 0;
        }
        double[] weights = new double[2 * SUPPORT];
        int first = weights(x, y, weights);
        double sum = 0;
        for (int row = 0, node = first; row < SUPPORT; row++, node += columns) {
            for (int column = 0; column < SUPPORT; column++) {
                sum += weights[SUPPORT + row] * weights[column] * metres[node + column];
            }
        }
        return sum;
    }

    /**
     * Weights of the nodes at a position: four by column, then four by row.
     *
     * @return index of the first of the 4 x 4 nodes
     */
    int weights(double x, double y, double[] weights) {
        double u = inside((x - firstX) / spacing, columns);
        double v = inside((y - firstY) / spacing, rows);
        int column = (int) Math.floor(u);
        int row = (int) Math.floor(v);
        splines(u - column, weights, 0);
        splines(v - row, weights, SUPPORT);
        return (row - 1) * columns + column - 1;
    }

    private static double inside(double index, int nodes) {
        return Math.min(Math.max(index, 1), nodes - 2 - INSIDE);
    }

    private static void splines(double f, double[] weights, int at) {
        double g = 1 - f;
        weights[at] = g * g * g / 6;
        weights[at + 1] = ((3 * f - 6) * f * f + 4) / 6;
        weights[at + 2] = ((3 * g - 6) * g * g + 4) / 6;
        weights[at + 3] = f * f * f / 6;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridBend bend
                && firstX == bend.firstX
                && firstY == bend.firstY
                && spacing == bend.spacing
                && columns == bend.columns
                && Arrays.equals(metres, bend.metres);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(metres);
    }

    @Override
    public String toString() {
        return isNone() ? "none" : "%d x %d nodes, %.0f m apart".formatted(columns, rows, spacing);
    }
}
