package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.site.Bounds;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Presentation;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.site.WatchedScene;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * An industrial park at Kaesong: buildings of 3,000-7,000 m2 on a jittered, rotated lattice, with neighbours 120-160 m
 * apart.
 *
 * <p>Facility 1 is between facilities 2 and 3; facilities 4 and 5 are two of its other eight neighbours. The buildings
 * around them are reference parcels, and two of the outermost buildings are controls.
 */
final class SimulatedSite {
    static final int FACILITIES = 5;
    static final WrsScene SCENE = new WrsScene(116, 34);
    static final ReferencePeriod REFERENCE_PERIOD =
            new ReferencePeriod(LocalDate.of(2016, 3, 1), LocalDate.of(2020, 5, 31), /* weight= */ 1);

    private static final int CONTROLS = 2;
    private static final int BUILDINGS = FACILITIES + CONTROLS + 30;
    private static final double SPACING_METRES = 140;
    private static final double JITTER_METRES = 10;
    private static final double SMALLEST_SQUARE_METRES = 3000;
    private static final double LARGEST_SQUARE_METRES = 7000;
    private static final double LARGEST_ASPECT = 1.6;
    private static final double HALF_BOUNDS_METRES = 1200;
    private static final UtmProjection UTM =
            UtmProjection.ofEpsg(SceneGrid.kaesong().epsg());

    private record Node(int column, int row) {
        int squared() {
            return column * column + row * row;
        }
    }

    private SimulatedSite() {}

    /** The buildings at their true positions: facilities, then reference parcels, then controls. */
    static List<Building> buildings(long seed) {
        RandomGenerator random = RandomStreams.of(seed, "layout");
        double rotation = random.nextDouble(360);
        List<Node> nodes = nodes(random);
        List<Building> buildings = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            double x = nodes.get(i).column * SPACING_METRES + random.nextDouble(-JITTER_METRES, JITTER_METRES);
            double y = nodes.get(i).row * SPACING_METRES + random.nextDouble(-JITTER_METRES, JITTER_METRES);
            double area = random.nextDouble(SMALLEST_SQUARE_METRES, LARGEST_SQUARE_METRES);
            double length = Math.sqrt(area * random.nextDouble(1, LARGEST_ASPECT));
            double c = Math.cos(Math.toRadians(rotation));
            double s = Math.sin(Math.toRadians(rotation));
            buildings.add(new Building(
                    id(i),
                    role(i),
                    SceneGrid.KAESONG_EAST + c * x - s * y,
                    SceneGrid.KAESONG_NORTH + s * x + c * y,
                    length,
                    area / length,
                    rotation + (random.nextBoolean() ? 90 : 0) + random.nextDouble(-5, 5)));
        }
        return List.copyOf(buildings);
    }

    private static String id(int building) {
        return switch (role(building)) {
            case FACILITY -> "facility-" + (building + 1);
            case REFERENCE -> "reference-" + (building + 1 - FACILITIES);
            case CONTROL -> "control-" + (building + 1 - BUILDINGS + CONTROLS);
            case BUILDING, SITE -> throw new IllegalStateException("no building has the role " + role(building));
        };
    }

    private static Role role(int building) {
        if (building < FACILITIES) {
            return Role.FACILITY;
        }
        return building < BUILDINGS - CONTROLS ? Role.REFERENCE : Role.CONTROL;
    }

    /** Lattice nodes nearest to the centre, in the order of the buildings. */
    private static List<Node> nodes(RandomGenerator random) {
        List<Node> all = new ArrayList<>();
        for (int column = -4; column <= 4; column++) {
            for (int row = -4; row <= 4; row++) {
                all.add(new Node(column, row));
            }
        }
        all.sort(Comparator.comparingInt(Node::squared));
        List<Node> near = all.subList(0, BUILDINGS);
        List<Node> neighbours = new ArrayList<>(near.subList(1, 9));
        boolean along = random.nextBoolean();
        Node one = along ? new Node(1, 0) : new Node(0, 1);
        Node other = along ? new Node(-1, 0) : new Node(0, -1);
        neighbours.removeAll(List.of(one, other));
        Collections.shuffle(neighbours, Random.from(random));
        List<Node> nodes = new ArrayList<>(List.of(new Node(0, 0), one, other, neighbours.get(0), neighbours.get(1)));
        List<Node> rest = new ArrayList<>(near);
        rest.removeAll(nodes);
        Collections.shuffle(rest, Random.from(random));
        List<Node> controls = rest.stream()
                .filter(node -> node.squared() >= 8)
                .limit(CONTROLS)
                .toList();
        rest.removeAll(controls);
        nodes.addAll(rest);
        nodes.addAll(controls);
        return nodes;
    }

    /** The site definition, with outlines displaced by a distance that is also their stated accuracy. */
    static Site definition(List<Building> buildings, double errorMetres, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "footprints");
        List<Feature> features = new ArrayList<>();
        for (Building building : buildings) {
            double direction = random.nextDouble(2 * Math.PI);
            Polygon outline = building.moved(errorMetres * Math.cos(direction), errorMetres * Math.sin(direction))
                    .outline();
            features.add(new Feature(
                    building.id(),
                    building.id(),
                    building.role(),
                    new Footprint(UTM.toLonLat(outline), outline),
                    Optional.empty(),
                    List.of(),
                    "simulated",
                    errorMetres,
                    /* verified= */ true,
                    Optional.empty()));
        }
        return new Site(
                "kaesong-simulated-" + Long.toUnsignedString(seed),
                new Presentation("Simulated site " + seed, "Simulated", ZoneOffset.UTC, /* simulated= */ true),
                UTM,
                List.of(new WatchedScene(SCENE, Pass.DAY, Optional.empty())),
                List.of(REFERENCE_PERIOD),
                bounds(),
                features);
    }

    private static Bounds bounds() {
        Coordinate lower =
                UTM.toLonLat(SceneGrid.KAESONG_EAST - HALF_BOUNDS_METRES, SceneGrid.KAESONG_NORTH - HALF_BOUNDS_METRES);
        Coordinate upper =
                UTM.toLonLat(SceneGrid.KAESONG_EAST + HALF_BOUNDS_METRES, SceneGrid.KAESONG_NORTH + HALF_BOUNDS_METRES);
        return new Bounds(lower.x, lower.y, upper.x, upper.y);
    }
}
