package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.locationtech.jts.geom.Envelope;

/** Draws the cells of a composite: pale where the excess is below two standard errors, a line around the others. */
record CompositeLayer(SourceMap map, MapPanel panel, ColourScale scale) {
    static final Color CONTOUR = new Color(0x404040);
    static final double CONTOUR_WIDTH = 0.7;

    private static final double PALE = 0.6;
    private static final double OVERLAP = 0.4;

    void draw() {
        Canvas canvas = panel.canvas();
        canvas.within(panel.frame(), () -> {
            cells();
            canvas.draw(contour(), CONTOUR, CONTOUR_WIDTH);
        });
    }

    private void cells() {
        CompositeRaster grid = map.composite().excess();
        Envelope shown = new Envelope(panel.area());
        shown.expandBy(CompositeRaster.SPACING_METRES);
        double size = CompositeRaster.SPACING_METRES * panel.scale();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int cell = row * grid.columns() + column;
                if (map.isKnown(cell) && shown.contains(grid.east(column), grid.north(row))) {
                    Rectangle2D square = new Rectangle2D.Double(
                            panel.x(grid.east(column)) - size / 2,
                            panel.y(grid.north(row)) - size / 2,
                            size + OVERLAP,
                            size + OVERLAP);
                    panel.canvas().fill(square, colour(cell));
                }
            }
        }
    }

    Color colour(int cell) {
        Color colour = scale.of(map.kelvin(cell));
        return map.isSignificant(cell) ? colour : pale(colour);
    }

    /** A colour of an excess that may be chance. */
    static Color pale(Color colour) {
        return new Color(pale(colour.getRed()), pale(colour.getGreen()), pale(colour.getBlue()));
    }

    private static int pale(int part) {
        return (int) Math.rint(part + PALE * (255 - part));
    }

    /** The edges between cells with and without a significant excess. */
    private Path2D contour() {
        CompositeRaster grid = map.composite().excess();
        double half = CompositeRaster.SPACING_METRES / 2;
        Path2D edges = new Path2D.Double();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int cell = row * grid.columns() + column;
                boolean isSignificant = map.isSignificant(cell);
                double east = grid.east(column);
                double north = grid.north(row);
                if (column + 1 < grid.columns() && map.isSignificant(cell + 1) != isSignificant) {
                    edge(edges, east + half, north - half, east + half, north + half);
                }
                if (row + 1 < grid.rows() && map.isSignificant(cell + grid.columns()) != isSignificant) {
                    edge(edges, east - half, north + half, east + half, north + half);
                }
            }
        }
        return edges;
    }

    private void edge(Path2D edges, double east, double north, double toEast, double toNorth) {
        edges.moveTo(panel.x(east), panel.y(north));
        edges.lineTo(panel.x(toEast), panel.y(toNorth));
    }
}
