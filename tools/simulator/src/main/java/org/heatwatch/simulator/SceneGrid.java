package org.heatwatch.simulator;

/**
 * The 30 m pixels of one scene, north up.
 *
 * @param epsg code of a WGS 84 / UTM zone, 32601..32660 or 32701..32760
 * @param upperLeftEast easting of the CENTRE of the upper-left pixel in metres
 * @param upperLeftNorth northing of the CENTRE of the upper-left pixel in metres
 * @param columns number of columns of the whole band
 * @param rows number of rows of the whole band
 */
public record SceneGrid(int epsg, double upperLeftEast, double upperLeftNorth, int columns, int rows) {
    public static final double PIXEL_METRES = 30;

    /** Easting in metres of 37.93 N 126.62 E in UTM zone 52N. */
    public static final double KAESONG_EAST = 290829.05;

    /** Northing in metres of 37.93 N 126.62 E in UTM zone 52N. */
    public static final double KAESONG_NORTH = 4200719.76;

    public SceneGrid {
        int zone = epsg % 100;
        if ((epsg / 100 != 326 && epsg / 100 != 327) || zone < 1 || zone > 60) {
            throw new IllegalArgumentException("not the EPSG code of a WGS 84 / UTM zone: " + epsg);
        }
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a scene needs at least one pixel: " + columns + " x " + rows);
        }
    }

    /** A 7,700 x 7,700 grid in zone 52N with the Kaesong site well inside. */
    public static SceneGrid kaesong() {
        return new SceneGrid(32652, 199500, 4265100, 7700, 7700);
    }

    public int utmZone() {
        return epsg % 100;
    }

    public boolean south() {
        return epsg / 100 == 327;
    }

    /** Easting of the pixel centres of a column, in metres. */
    public double east(double column) {
        return upperLeftEast + PIXEL_METRES * column;
    }

    /** Northing of the pixel centres of a row, in metres. */
    public double north(double row) {
        return upperLeftNorth - PIXEL_METRES * row;
    }

    /** The window of this size whose centre is nearest to a map position. */
    public PixelWindow windowAround(double east, double north, int columns, int rows) {
        int column = (int) Math.round((east - upperLeftEast) / PIXEL_METRES - (columns - 1) / 2.0);
        int row = (int) Math.round((upperLeftNorth - north) / PIXEL_METRES - (rows - 1) / 2.0);
        return new PixelWindow(column, row, columns, rows);
    }
}
