package org.heatwatch.validation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Scores of all methods on the same scenes of simulated sites with unknown layout.
 *
 * @param own scores of the method under test, one for each site
 * @param usual scores of the methods on pixels, with their usual thresholds
 * @param paired scores of the methods on pixels, with the lowest threshold at which they have no more false places at a
 *     site than the method under test
 * @param outlined all buildings of sites with active ones, as facilities whose outlines are known
 */
record LayoutExperiment(
        List<LayoutScore> own,
        Map<PixelFinder, List<LayoutScore>> usual,
        Map<PixelFinder, List<LayoutScore>> paired,
        List<OutlinedLayout> outlined) {
    /** Lowest threshold considered. */
    private static final double LEAST_THRESHOLD = 0;

    LayoutExperiment {
        own = List.copyOf(own);
        usual = Map.copyOf(usual);
        paired = Map.copyOf(paired);
        outlined = List.copyOf(outlined);
    }

    /** Simulates some sites of a recipe and searches them. */
    static LayoutExperiment run(
            LayoutRecipe recipe, long firstSeed, int sites, PlaceFinder finder, Path cache, Consumer<String> progress) {
        List<LayoutScore> own = new ArrayList<>();
        Map<PixelFinder, List<LayoutScore>> usual = empty();
        Map<PixelFinder, List<LayoutScore>> paired = empty();
        List<OutlinedLayout> outlined = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            progress.accept("unknown layouts, site %d of %d".formatted(i + 1, sites));
            LayoutArchive archive = UnknownLayout.keptIn(cache, recipe, firstSeed + i);
            LocalDate from = LayoutPlan.RECENT_FROM;
            LocalDate to = LayoutPlan.RECENT_TO;
            LayoutScore score =
                    LayoutScore.of(archive, finder.find(archive.sampledScenes(), archive.site(), from, to), from, to);
            own.add(score);
            if (score.count(LayoutBuilding.Group.IN_USE) > 0) {
                outlined.addAll(OutlinedLayout.of(archive));
            }
            for (PixelFinder pixels : PixelFinder.values()) {
                PlaceSequence sequence = pixels.find(archive);
                add(usual, pixels, LayoutScore.of(archive, sequence.at(pixels.threshold()), from, to));
                List<FoundPlace> raised = sequence.raisedUntil(
                        LEAST_THRESHOLD,
                        places -> LayoutScore.of(archive, places, from, to)
                                        .falsePlaces()
                                        .size()
                                <= score.falsePlaces().size());
                add(paired, pixels, LayoutScore.of(archive, raised, from, to));
            }
        }
        return new LayoutExperiment(own, usual, paired, outlined);
    }

    private static Map<PixelFinder, List<LayoutScore>> empty() {
        Map<PixelFinder, List<LayoutScore>> scores = new EnumMap<>(PixelFinder.class);
        for (PixelFinder pixels : PixelFinder.values()) {
            scores.put(pixels, new ArrayList<>());
        }
        return scores;
    }

    private static void add(Map<PixelFinder, List<LayoutScore>> scores, PixelFinder pixels, LayoutScore score) {
        scores.computeIfAbsent(pixels, _ -> new ArrayList<>()).add(score);
    }
}
