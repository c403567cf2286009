package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.heatwatch.site.Role;

/** Performance of the score when the assumptions of the chain are violated. */
final class RobustnessChapter {
    private static final String ON = "3 K";
    private static final String BETWEEN = "between two of 8 K";
    private static final int REFERENCE_SCENES = 45;

    /** As many clear reference scenes as in the other variants. */
    private static final int CLOUDED_SCENES = 75;

    private static final long FIRST_SEED = 5000;

    private RobustnessChapter() {}

    private static Map<String, UnaryOperator<ArchiveRecipe>> variants() {
        Map<String, UnaryOperator<ArchiveRecipe>> variants = new LinkedHashMap<>();
        variants.put("close to the assumptions: Gaussian of 115 m", r -> r);
        variants.put("point spread 13 % wider", r -> r.withFwhmMetres(130));
        variants.put("point spread 13 % narrower", r -> r.withFwhmMetres(100));
        variants.put("outlines displaced by 5 m", r -> r.withFootprintErrorMetres(5));
        variants.put("outlines displaced by 15 m", r -> r.withFootprintErrorMetres(15));
        variants.put("scenes misregistered by 8 m", r -> r.withRegistrationMetres(8));
        variants.put(
                "point spread 13 % wider, outlines displaced by 5 m, scenes misregistered by 8 m",
                r -> r.withFwhmMetres(130).withFootprintErrorMetres(5).withRegistrationMetres(8));
        variants.put("background scatter of 20 %", r -> r.withScatterShare(0.2));
        variants.put("background scatter of 40 %", r -> r.withScatterShare(0.4));
        variants.put("background scatter along the edges of fields and buildings", r -> r.withScatterMetres(0));
        variants.put("static contrast of 2.2 K instead of 0.8 K", r -> r.withStaticKelvin(2.2));
        variants.put("grid bent by 2 m per square kilometre", r -> r.withBend(2));
        variants.put(
                "clouds in half of the scenes, edges missed by the mask",
                r -> r.withCloudProbability(0.5).withMissedEdgeMetres(40));
        variants.put("clouds over six of ten scenes, true masks", RobustnessChapter::clouded);
        variants.put(
                "clouds over six of ten scenes, masks without clouds",
                r -> clouded(r).withUnmasked(true));
        variants.put("temperatures of idle buildings drift by 0.3 K per year", r -> r.withDriftKelvin(0.3));
        variants.put("transmittance assumed in a quarter of the scenes", r -> r.withAssumedTauShare(0.25));
        return variants;
    }

    /** Four of ten scenes are overcast, and a third of the others has clouds. */
    private static ArchiveRecipe clouded(ArchiveRecipe recipe) {
        return recipe.withOvercastProbability(0.4).withCloudProbability(1.0 / 3).withReferenceScenes(CLOUDED_SCENES);
    }

    static Chapter write(Effort effort, Path cache, Consumer<String> progress) {
        MarkdownTable table = new MarkdownTable(List.of(
                "variant",
                "observations scored",
                "rms z idle",
                "above 99",
                "mean z between two of 8 K",
                "rms z between them",
                "3 K detected at 99",
                "estimate of 3 K over truth"));
        variants().forEach((name, change) -> {
            progress.accept(name);
            table.row(row(name, change, effort, cache));
        });
        return new Chapter(
                "Robustness",
                ("%d archives per row, %d reference scenes (%d in the rows of clouds over six of ten scenes). "
                                + "The rms of z and the rate above 99 refer to all idle footprints in scenes in which "
                                + "nothing is on. Goals: |mean z| below 0.1 between two hot neighbours if point "
                                + "spread and outlines are correct; rms z below 1.2 if they are wrong by 13 %% and "
                                + "5 m and scenes are misregistered by 8 m.%n%n%s")
                        .formatted(effort.variantArchives(), REFERENCE_SCENES, CLOUDED_SCENES, table));
    }

    private static ArchiveRecipe unchanged(int scenesPerGroup) {
        return ArchiveRecipe.reference()
                .withShape(SpreadShape.GAUSSIAN)
                .withFwhmJitter(0)
                .withReferenceScenes(REFERENCE_SCENES)
                .withGroups(List.of(
                        TestGroup.idle(ReferenceExperiment.IDLE, scenesPerGroup),
                        TestGroup.allOn(ON, scenesPerGroup, 3),
                        TestGroup.neighboursOn(BETWEEN, 3 * scenesPerGroup, 8)));
    }

    private static List<String> row(String name, UnaryOperator<ArchiveRecipe> change, Effort effort, Path cache) {
        List<Double> idle = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        List<Double> on = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        int scenes = 0;
        for (int i = 0; i < effort.variantArchives(); i++) {
            ArchiveRecipe recipe = change.apply(unchanged(effort.variantScenes()));
            JudgedArchive judged = JudgedArchive.of(SimulatedArchive.keptIn(cache, recipe, FIRST_SEED + i));
            for (Role role : List.of(Role.FACILITY, Role.REFERENCE)) {
                judged.observations(role, ReferenceExperiment.IDLE)
                        .forEach(judgement -> idle.add(judgement.observation().z()));
            }
            judged.observations(Role.FACILITY, BETWEEN).stream()
                    .filter(judgement -> judgement.footprint().feature().id().equals("facility-1"))
                    .forEach(judgement -> between.add(judgement.observation().z()));
            judged.observations(Role.FACILITY, ON).forEach(judgement -> {
                on.add(judgement.observation().effectiveKelvin() / 3);
                seen.add(judgement.observation().heat().pValue());
            });
            scenes += effort.variantScenes();
        }
        SampleStatistics z = SampleStatistics.of(idle);
        return List.of(
                name,
                "%.0f %%".formatted(100.0 * idle.size() / (scenes * 35)),
                "%.2f".formatted(z.rootMeanSquare()),
                "%.1f %%".formatted(100 * z.share(v -> v > 2.36)),
                "%+.2f".formatted(SampleStatistics.of(between).mean()),
                "%.2f".formatted(SampleStatistics.of(between).rootMeanSquare()),
                "%.2f".formatted(SampleStatistics.of(seen).share(p -> p < 0.01)),
                "%.2f".formatted(SampleStatistics.of(on).mean()));
    }
}
