package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.heatwatch.validation.LayoutBuilding.Group;
import org.heatwatch.validation.LayoutScore.Active;

/** Heat sources at sites whose buildings are not in the site definition. */
final class LayoutChapter {
    private static final String OWN = "Heat Watch: native samples";
    private static final long FIRST_SEED = 9000;
    private static final long FIRST_IDLE_SEED = 9500;
    private static final int SITES_PER_IDLE_SITE = 2;
    private static final double[] KELVIN = {1, 2, 3, 4, 6, 8, 10};
    private static final double[] SQUARE_METRES = {1400, 3000, 4000, 5000, 8400};
    private static final double[] KELVIN_SQUARE_METRES = {0, 2500, 5000, 7500, 10_000, 15_000, 90_000};

    private final LayoutExperiment active;
    private final LayoutExperiment idle;

    private LayoutChapter(LayoutExperiment active, LayoutExperiment idle) {
        this.active = active;
        this.idle = idle;
    }

    /**
     * Runs the experiment.
     *
     * @param finder method under test
     * @param plots output folder of the plot
     * @param cache folder of recovered samples
     */
    static Chapter write(Effort effort, PlaceFinder finder, Path plots, Path cache, Consumer<String> progress)
            throws IOException {
        int sites = effort.archives();
        LayoutRecipe recipe = LayoutRecipe.reference();
        LayoutExperiment active = LayoutExperiment.run(recipe, FIRST_SEED, sites, finder, cache, progress);
        LayoutExperiment idle = LayoutExperiment.run(
                recipe.idle(), FIRST_IDLE_SEED, Math.max(1, sites / SITES_PER_IDLE_SITE), finder, cache, progress);
        return new LayoutChapter(active, idle).write(plots);
    }

    private Chapter write(Path plots) throws IOException {
        plot(plots.resolve("layouts.png"));
        String text = introduction()
                + summary()
                + "\n![Found buildings against excess times area](validation/layouts.png)\n\n"
                + "### Found against excess\n\nFraction of the buildings with this excess while active. The other "
                + "methods have no more false places than Heat Watch.\n\n"
                + shares("excess", "%.0f-%.0f K", KELVIN, a -> a.building().kelvin())
                + "\n### Found against area\n\nBuildings in use.\n\n"
                + shares("area", "%,.0f-%,.0f m2", SQUARE_METRES, LayoutChapter::squareMetresInUse)
                + withOutlines()
                + "\n### Idle sites\n\n"
                + "Nothing is active in either period, so that every place is false. Simulated sites: %d.\n\n"
                        .formatted(idle.own().size())
                + idleSites();
        return new Chapter("Unknown layouts", text);
    }

    private String introduction() {
        return """
                %d simulated sites. Each is a partly filled lattice of some 120 buildings of 40-105 m by 35-80 m, \
                140 m by 150 m apart. The site definition contains only placeholders and an outline that is \
                displaced by 250 m. Nothing is active in the reference period. In the recent period, 2024-01 to \
                2025-10, 35 buildings are in use, with an excess of 1-4 K in 70 %% of the overpasses, and five are \
                hot, with 6-10 K in every overpass. About 40 scenes of each period are usable. A building is found \
                if a place lies within %.0f m of its centre; a place is false if it is more than %.0f m from every \
                active building.

                The other methods use the delivered 30 m pixels of the same scenes, once with their usual threshold \
                and once with the lowest threshold at which they have no more false places at a site than Heat Watch.

                """.formatted(active.own().size(), LayoutScore.MATCH_METRES, LayoutScore.FALSE_BEYOND_METRES);
    }

    private String summary() {
        MarkdownTable table = new MarkdownTable(
                List.of("method", "hot", "in use", "false places a site", "position error (rms)", "found / true K m2"));
        tallies()
                .forEach((name, tally) -> table.row(List.of(
                        name,
                        tally.found(Group.HOT),
                        tally.found(Group.IN_USE),
                        "%.2f".formatted(tally.falsePlaces()),
                        "%.0f m".formatted(tally.positionRms()),
                        "%.2f".formatted(tally.meanRatio()))));
        return table.toString();
    }

    private Map<String, LayoutTally> tallies() {
        Map<String, LayoutTally> tallies = new LinkedHashMap<>();
        tallies.put(OWN, new LayoutTally(active.own()));
        for (PixelFinder pixels : PixelFinder.values()) {
            tallies.put(
                    "%s, threshold %.1f".formatted(pixels.title(), pixels.threshold()),
                    new LayoutTally(scores(active.usual(), pixels)));
        }
        for (PixelFinder pixels : PixelFinder.values()) {
            tallies.put(pixels.title() + ", as few false places", new LayoutTally(scores(active.paired(), pixels)));
        }
        return tallies;
    }

    /** The method under test and the others with as few false places. */
    private Map<String, LayoutTally> pairedTallies() {
        Map<String, LayoutTally> tallies = new LinkedHashMap<>();
        tallies.put(OWN, new LayoutTally(active.own()));
        for (PixelFinder pixels : PixelFinder.values()) {
            tallies.put(pixels.title(), new LayoutTally(scores(active.paired(), pixels)));
        }
        return tallies;
    }

    private static List<LayoutScore> scores(Map<PixelFinder, List<LayoutScore>> scores, PixelFinder pixels) {
        return Objects.requireNonNull(scores.get(pixels));
    }

    private String shares(String title, String range, double[] limits, Quantity quantity) {
        List<String> header = new ArrayList<>(List.of(title, "buildings"));
        header.addAll(pairedTallies().keySet());
        MarkdownTable table = new MarkdownTable(header);
        for (int i = 0; i + 1 < limits.length; i++) {
            Predicate<Active> that = within(quantity, limits[i], limits[i + 1]);
            long count = new LayoutTally(active.own()).count(that);
            if (count > 0) {
                List<String> row =
                        new ArrayList<>(List.of(range.formatted(limits[i], limits[i + 1]), Long.toString(count)));
                pairedTallies().values().forEach(tally -> row.add("%.2f".formatted(tally.share(that))));
                table.row(row);
            }
        }
        return table.toString();
    }

    /** A quantity of an active building; NaN if it does not count. */
    private interface Quantity {
        double of(Active active);
    }

    private static double squareMetresInUse(Active active) {
        return active.building().group() == Group.IN_USE ? active.building().squareMetres() : Double.NaN;
    }

    private static Predicate<Active> within(Quantity quantity, double from, double to) {
        return candidate -> quantity.of(candidate) >= from && quantity.of(candidate) < to;
    }

    private String withOutlines() {
        List<OutlinedLayout> buildings = active.outlined();
        if (buildings.isEmpty()) {
            return "";
        }
        double threshold = OutlinedLayout.threshold(buildings);
        return """

                ### With outlines

                The same sites with the outlines of all buildings in the site definition. The mean excess of each \
                building in the recent period is fitted to the composite (`heatwatch composite --buildings`). A \
                building is in use if this mean, divided by its standard error, exceeds the value that one idle \
                building in a hundred exceeds, %.2f; it would be 2.33 if the errors were exact. So are %s buildings \
                in use, and %s hot ones. Without outlines the same scenes show %s and %s.
                """.formatted(
                        threshold,
                        OutlinedLayout.found(buildings, Group.IN_USE, threshold),
                        OutlinedLayout.found(buildings, Group.HOT, threshold),
                        new LayoutTally(active.own()).found(Group.IN_USE),
                        new LayoutTally(active.own()).found(Group.HOT));
    }

    private String idleSites() {
        MarkdownTable table = new MarkdownTable(List.of("method", "false places a site"));
        table.row(List.of(OWN, "%.2f".formatted(new LayoutTally(idle.own()).falsePlaces())));
        for (PixelFinder pixels : PixelFinder.values()) {
            LayoutTally tally = new LayoutTally(scores(idle.usual(), pixels));
            table.row(List.of(
                    "%s, threshold %.1f".formatted(pixels.title(), pixels.threshold()),
                    "%.2f".formatted(tally.falsePlaces())));
        }
        return table.toString();
    }

    private void plot(Path file) throws IOException {
        LinePlot plot = new LinePlot(
                "Found buildings, equally few false places", "mean excess times area (1,000 K m2)", "share found");
        pairedTallies().forEach((name, tally) -> {
            List<LinePlot.Point> points = new ArrayList<>();
            for (int i = 0; i + 1 < KELVIN_SQUARE_METRES.length; i++) {
                Predicate<Active> that =
                        within(Active::kelvinSquareMetres, KELVIN_SQUARE_METRES[i], KELVIN_SQUARE_METRES[i + 1]);
                if (tally.count(that) > 0) {
                    points.add(new LinePlot.Point(meanThousands(tally, that), tally.share(that)));
                }
            }
            plot.line(name, points);
        });
        plot.write(file);
    }

    private static double meanThousands(LayoutTally tally, Predicate<Active> that) {
        return tally.scores().stream()
                .flatMap(score -> score.active().stream())
                .filter(that)
                .mapToDouble(a -> a.kelvinSquareMetres() / 1000)
                .average()
                .orElse(Double.NaN);
    }
}
