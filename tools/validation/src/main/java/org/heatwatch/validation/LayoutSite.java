package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
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
 * Definition of a simulated site whose layout is unknown: a displaced outline of the site, and placeholders at random
 * places within it in the numbers of the shipped definition of Kaesong.
 */
final class LayoutSite {
    private static final int FACILITIES = 5;
    private static final int CONTROLS = 2;
    private static final int REFERENCE_PARCELS = 30;
    private static final int BUILDINGS = 30;
    private static final double ACCURACY_METRES = 500;
    private static final double HALF_BOUNDS_METRES = 2000;
    private static final UtmProjection UTM =
            UtmProjection.ofEpsg(SceneGrid.kaesong().epsg());
    private static final ReferencePeriod LESS_CERTAIN_PERIOD =
            new ReferencePeriod(LocalDate.of(2020, 6, 1), LocalDate.of(2022, 12, 31), /* weight= */ 0.3);

    private LayoutSite() {}

    static Site definition(LayoutRecipe recipe, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "placeholders");
        double direction = random.nextDouble(2 * Math.PI);
        Lattice displaced = Lattice.of(recipe)
                .moved(
                        recipe.outlineErrorMetres() * Math.cos(direction),
                        recipe.outlineErrorMetres() * Math.sin(direction));
        List<Feature> features = new ArrayList<>();
        features.add(
                placeholder(Role.SITE, displaced.building("outline", 0, 0, displaced.width(), displaced.height())));
        List<Building> places = places(recipe, displaced, random);
        for (int i = 0; i < places.size(); i++) {
            features.add(placeholder(role(i), places.get(i)));
        }
        return new Site(
                "layout-" + Long.toUnsignedString(seed),
                new Presentation("Simulated layout " + seed, "Layout", ZoneId.of("Asia/Seoul"), /* simulated= */ true),
                UTM,
                List.of(new WatchedScene(SimulatedSite.SCENE, Pass.DAY, Optional.empty())),
                List.of(SimulatedSite.REFERENCE_PERIOD, LESS_CERTAIN_PERIOD),
                bounds(),
                features);
    }

    private static List<Building> places(LayoutRecipe recipe, Lattice lattice, RandomGenerator random) {
        List<Building> places = new ArrayList<>();
        for (int place = 0; place < recipe.columns() * recipe.rows(); place++) {
            double x = lattice.x(place % recipe.columns());
            double y = lattice.y(place / recipe.columns());
            places.add(lattice.building(
                    "placeholder-%03d".formatted(place + 1),
                    x,
                    y,
                    random.nextDouble(40, 105),
                    random.nextDouble(35, 80)));
        }
        Collections.shuffle(places, Random.from(random));
        int count = FACILITIES + CONTROLS + REFERENCE_PARCELS + BUILDINGS;
        return List.copyOf(places.subList(0, Math.min(count, places.size())));
    }

    private static Role role(int index) {
        if (index < FACILITIES) {
            return Role.FACILITY;
        }
        if (index < FACILITIES + CONTROLS) {
            return Role.CONTROL;
        }
        return index < FACILITIES + CONTROLS + REFERENCE_PARCELS ? Role.REFERENCE : Role.BUILDING;
    }

    private static Feature placeholder(Role role, Building at) {
        Polygon outline = at.outline();
        return new Feature(
                at.id(),
                at.id(),
                role,
                new Footprint(UTM.toLonLat(outline), outline),
                Optional.empty(),
                List.of(),
                "placeholder",
                ACCURACY_METRES,
                /* verified= */ false,
                Optional.empty());
    }

    private static Bounds bounds() {
        Coordinate lower =
                UTM.toLonLat(SceneGrid.KAESONG_EAST - HALF_BOUNDS_METRES, SceneGrid.KAESONG_NORTH - HALF_BOUNDS_METRES);
        Coordinate upper =
                UTM.toLonLat(SceneGrid.KAESONG_EAST + HALF_BOUNDS_METRES, SceneGrid.KAESONG_NORTH + HALF_BOUNDS_METRES);
        return new Bounds(lower.x, lower.y, upper.x, upper.y);
    }
}
