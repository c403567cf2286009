package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A building of a simulated site with unknown layout.
 *
 * @param building the building at its true position
 * @param group its activity
 * @param kelvin excess in kelvin while it is active; 0 for idle buildings
 * @param start first day of its activity; empty for idle buildings
 * @param change change that is not due to activity
 */
public record LayoutBuilding(Building building, Group group, double kelvin, Optional<LocalDate> start, Change change) {
    /** Activity of a building. */
    public enum Group {
        HOT,
        IN_USE,
        IDLE
    }

    /** Change of a building that is not due to activity. */
    public enum Change {
        NONE,
        RESURFACED,
        DEMOLISHED
    }

    /** Id of the building, the key of {@link SceneTruth}. */
    public String id() {
        return building.id();
    }

    /** Easting of its centre in metres. */
    public double east() {
        return building.east();
    }

    /** Northing of its centre in metres. */
    public double north() {
        return building.north();
    }

    /** Its area in square metres. */
    public double squareMetres() {
        return building.length() * building.width();
    }

    /** Distance in metres from its centre. */
    double metresFrom(double otherEast, double otherNorth) {
        return Math.hypot(building.east() - otherEast, building.north() - otherNorth);
    }
}
