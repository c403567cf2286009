package org.heatwatch.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.heatwatch.cli.output.Table;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.heatwatch.story.SimulatedStory;
import org.locationtech.jts.geom.GeometryFactory;

/** Compares the buildings that are hot on the last day of a story with the places that were found without outlines. */
final class FoundBuildings {
    /** As far from an outline, a heat source is taken to be of that building. */
    private static final double NEAR_METRES = 60;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Site truth;
    private final List<Feature> hot;
    private final List<WarmPosition> places = new ArrayList<>();
    private final Map<Feature, Found> found = new LinkedHashMap<>();

    /** A place that was found: a heat source or a hot spot. */
    private record WarmPosition(
            String name, boolean isSource, double latitude, double longitude, double standardErrorMetres) {}

    /** A place near an outline. */
    private record Found(Feature building, WarmPosition place, double metres) {}

    private FoundBuildings(SimulatedStory story, Site truth) {
        this.truth = truth;
        this.hot = truth.features().stream()
                .filter(feature -> story.truth(feature.id(), story.lastDay()) > 0)
                .toList();
    }

    /**
     * Matches each hot building with the nearest heat source, or else with the nearest hot spot.
     *
     * @param truth the site of the story, with true outlines
     * @param sources all heat sources, the strongest first; only those that are ON or SUSPECT count
     * @param spots hot spots of the last pass
     */
    static FoundBuildings of(SimulatedStory story, Site truth, List<HeatSource> sources, List<PassReport.Spot> spots) {
        FoundBuildings buildings = new FoundBuildings(story, truth);
        for (int i = 0; i < sources.size(); i++) {
            HeatSource source = sources.get(i);
            if (BlindRun.isHot(source)) {
                buildings.places.add(new WarmPosition(
                        "heat source %d, %s".formatted(i + 1, source.state()),
                        /* isSource= */ true,
                        source.latitude(),
                        source.longitude(),
                        source.positionStandardErrorMetres()));
            }
        }
        spots.forEach(spot -> buildings.places.add(new WarmPosition(
                "hot spot of the last pass",
                /* isSource= */ false,
                spot.latitude(),
                spot.longitude(),
                spot.positionStandardErrorMetres())));
        buildings.match(WarmPosition::isSource);
        buildings.match(place -> !place.isSource());
        return buildings;
    }

    /** Matches the nearest pairs first; each building and each place once. */
    private void match(Predicate<WarmPosition> wanted) {
        hot.stream()
                .flatMap(building -> places.stream()
                        .filter(wanted)
                        .map(place -> new Found(building, place, metres(building, place))))
                .filter(pair -> pair.metres() <= NEAR_METRES)
                .sorted(Comparator.comparingDouble(Found::metres))
                .forEach(pair -> {
                    if (!found.containsKey(pair.building()) && !isMatched(pair.place())) {
                        found.put(pair.building(), pair);
                    }
                });
    }

    private boolean isMatched(WarmPosition place) {
        return found.values().stream().anyMatch(one -> one.place().equals(place));
    }

    /** Distance from the true outline, 0 inside. */
    private double metres(Feature building, WarmPosition place) {
        return building.footprint()
                .utm()
                .distance(GEOMETRY.createPoint(truth.utm().toUtm(place.longitude(), place.latitude())));
    }

    /** Prints the hot facilities one by one, and counts of other buildings and of places without a hot building. */
    void print(PrintWriter out) {
        Table table = Table.of("hot building of the story", "found as", "position", ">\u00b1 m", ">from its outline");
        List<Feature> facilities = hot(Role.FACILITY);
        facilities.forEach(building -> addRow(table, building));
        table.print(out);
        out.println();
        out.printf(
                "%d of the %d buildings were found without outlines, %d of them as heat sources.%n",
                count(facilities, _ -> true), facilities.size(), count(facilities, WarmPosition::isSource));
        List<Feature> others = hot(Role.BUILDING);
        long unexplained = places.stream()
                .filter(place -> place.isSource() && !isMatched(place))
                .count();
        out.printf(
                "Of %d other buildings in use, %d were found as heat sources. Heat sources where nothing runs: %d.%n",
                others.size(), count(others, WarmPosition::isSource), unexplained);
    }

    private List<Feature> hot(Role role) {
        return hot.stream().filter(feature -> feature.role() == role).toList();
    }

    private long count(List<Feature> buildings, Predicate<WarmPosition> wanted) {
        return found.values().stream()
                .filter(one -> buildings.contains(one.building()) && wanted.test(one.place()))
                .count();
    }

    private void addRow(Table table, Feature building) {
        Found its = found.get(building);
        if (its == null) {
            table.row(building.name(), "not found", "", "", "");
            return;
        }
        WarmPosition place = its.place();
        table.row(
                building.name(),
                place.name(),
                String.format(Locale.ROOT, "%.4f %.4f", place.latitude(), place.longitude()),
                String.format(Locale.ROOT, "%.0f", place.standardErrorMetres()),
                its.metres() == 0 ? "inside" : String.format(Locale.ROOT, "%.0f m", its.metres()));
    }
}
