package org.heatwatch.validation;

import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.site.Role;

/**
 * The rotated lattice of places of a simulated site. Its own coordinates x, along the columns, and y are in metres from
 * its centre.
 *
 * @param east easting of its centre in metres
 * @param north northing of its centre in metres
 * @param recipe parameters of the lattice
 */
record Lattice(double east, double north, LayoutRecipe recipe) {
    static Lattice of(LayoutRecipe recipe) {
        return new Lattice(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, recipe);
    }

    Lattice moved(double metresEast, double metresNorth) {
        return new Lattice(east + metresEast, north + metresNorth, recipe);
    }

    /** Position of a column, from 0. */
    double x(int column) {
        return (column - (recipe.columns() - 1) / 2.0) * recipe.acrossMetres();
    }

    /** Position of a row, from 0. */
    double y(int row) {
        return (row - (recipe.rows() - 1) / 2.0) * recipe.alongMetres();
    }

    double width() {
        return recipe.columns() * recipe.acrossMetres();
    }

    double height() {
        return recipe.rows() * recipe.alongMetres();
    }

    /** A building or area about a point of the lattice, parallel to it. */
    Building building(String id, double x, double y, double length, double width) {
        double c = Math.cos(Math.toRadians(recipe.rotationDegrees()));
        double s = Math.sin(Math.toRadians(recipe.rotationDegrees()));
        return new Building(
                id,
                Role.BUILDING,
                east + c * x - s * y,
                north + s * x + c * y,
                length,
                width,
                recipe.rotationDegrees());
    }
}
