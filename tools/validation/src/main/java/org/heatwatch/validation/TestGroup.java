package org.heatwatch.validation;

import java.util.Set;

/**
 * Test scenes in which the same facilities are on.
 *
 * @param name unique in a recipe
 * @param scenes how many
 * @param kelvin by which the ground of those facilities is warmer
 * @param facilities numbers of those that are on, from 1
 */
public record TestGroup(String name, int scenes, double kelvin, Set<Integer> facilities) {

    public TestGroup {
        if (scenes < 0 || !Double.isFinite(kelvin)) {
            throw new IllegalArgumentException("no test group: %d scenes at %s K".formatted(scenes, kelvin));
        }
        for (int facility : facilities) {
            if (facility < 1 || facility > SimulatedSite.FACILITIES) {
                throw new IllegalArgumentException("there is no facility " + facility);
            }
        }
        facilities = Set.copyOf(facilities);
    }

    /** Nothing is on. */
    public static TestGroup idle(String name, int scenes) {
        return new TestGroup(name, scenes, 0, Set.of());
    }

    /** All facilities are on together. */
    public static TestGroup allOn(String name, int scenes, double kelvin) {
        return new TestGroup(name, scenes, kelvin, Set.of(1, 2, 3, 4, 5));
    }

    /** Facilities 2 and 3 are on: facility 1 lies between them. */
    public static TestGroup neighboursOn(String name, int scenes, double kelvin) {
        return new TestGroup(name, scenes, kelvin, Set.of(2, 3));
    }
}
