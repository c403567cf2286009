package org.heatwatch.validation;

import java.util.Set;

/**
 * A group of test scenes in which the same facilities are on.
 *
 * @param name name, unique in a recipe
 * @param scenes number of scenes
 * @param kelvin excess of the facilities that are on
 * @param facilities numbers of the facilities that are on, from 1
 */
public record TestGroup(String name, int scenes, double kelvin, Set<Integer> facilities) {

    public TestGroup {
        if (scenes < 0 || !Double.isFinite(kelvin)) {
            throw new IllegalArgumentException("invalid test group: %d scenes at %s K".formatted(scenes, kelvin));
        }
        for (int facility : facilities) {
            if (facility < 1 || facility > SimulatedSite.FACILITIES) {
                throw new IllegalArgumentException("no such facility: " + facility);
            }
        }
        facilities = Set.copyOf(facilities);
    }

    /** A group in which all facilities are idle. */
    public static TestGroup idle(String name, int scenes) {
        return new TestGroup(name, scenes, 0, Set.of());
    }

    /** A group in which all facilities are on. */
    public static TestGroup allOn(String name, int scenes, double kelvin) {
        return new TestGroup(name, scenes, kelvin, Set.of(1, 2, 3, 4, 5));
    }

    /** A group in which facilities 2 and 3 are on; facility 1 lies between them. */
    public static TestGroup neighboursOn(String name, int scenes, double kelvin) {
        return new TestGroup(name, scenes, kelvin, Set.of(2, 3));
    }
}
