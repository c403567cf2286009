package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.heatwatch.site.Role;

/** What becomes of the score when the world is not as the chain believes. */
final class RobustnessChapter {
    private static final String ON = "3 K";
    private static final String BETWEEN = "between two of 8 K";
    private static final int DORMANT_LOOKS = 45;
    private static final long FIRST_SEED = 5000;

    private RobustnessChapter() {}

    private static Map<String, UnaryOperator<ArchiveRecipe>> variants() {
        Map<String, UnaryOperator<ArchiveRecipe>> variants = new LinkedHashMap<>();
        variants.put("nearly as believed: Gaussian of 115 m", r -> r);
        variants.put("point spread 13 % wider", r -> r.withFwhmMetres(130));
        variants.put("point spread 13 % narrower", r -> r.withFwhmMetres(100));
        variants.put("outlines 5 m off", r -> r.withFootprintErrorMetres(5));
        variants.put("outlines 15 m off", r -> r.withFootprintErrorMetres(15));
        variants.put("scenes misplaced by 8 m", r -> r.withRegistrationMetres(8));
        variants.put(
                "point spread 13 % wider, outlines 5 m and scenes 8 m off",
                r -> r.withFwhmMetres(130).withFootprintErrorMetres(5).withRegistrationMetres(8));
        variants.put("clutter of a scene 20 %", r -> r.withClutterShare(0.2));
        variants.put("clutter of a scene 40 %", r -> r.withClutterShare(0.4));
        variants.put("clutter along the edges of fields and roofs", r -> r.withClutterMetres(0));
        variants.put("ground of 2.2 K in place of 0.8 K", r -> r.withStaticKelvin(2.2));
        variants.put("grid bent by 2 m a square kilometre", r -> r.withBend(2));
        variants.put(
                "clouds in half of the scenes, edges missed by the mask",
                r -> r.withCloudProbability(0.5).withMissedEdgeMetres(40));
        variants.put("roofs drift by 0.3 K a year", r -> r.withDriftKelvin(0.3));
        variants.put("transmittance assumed in a quarter of the scenes", r -> r.withAssumedTauShare(0.25));
        return variants;
    }

    static Chapter write(Effort effort, Path kept, Consumer<String> progress) {
        MarkdownTable table = new MarkdownTable(List.of(
                "variant",
                "looks judged",
                "rms z idle",
                "above 99",
                "mean z between two of 8 K",
                "rms z there",
                "3 K seen at 99",
                "3 K reads"));
        variants().forEach((name, change) -> {
            progress.accept(name);
            table.row(row(name, change, effort, kept));
        });
        return new Chapter(
                "Robustness",
                "%d archives each, %d dormant looks; rms z and the rate above 99 are of all idle roofs, in scenes in which nothing is on. Aimed at: |mean z| below 0.1 between two hot neighbours if point spread and outlines are right, rms z below 1.2 if they are off by 13 %%, 5 m and 8 m together.%n%n%s"
                        .formatted(effort.variantArchives(), DORMANT_LOOKS, table));
    }

    private static List<String> row(String name, UnaryOperator<ArchiveRecipe> change, Effort effort, Path kept) {
        List<Double> idle = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        List<Double> on = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        int scenes = 0;
        for (int i = 0; i < effort.variantArchives(); i++) {
            ArchiveRecipe plain = ArchiveRecipe.reference()
                    .withShape(SpreadShape.GAUSSIAN)
                    .withFwhmJitter(0)
                    .withDormantLooks(DORMANT_LOOKS)
                    .withGroups(List.of(
                            TestGroup.idle(ReferenceExperiment.IDLE, effort.variantScenes()),
                            TestGroup.allOn(ON, effort.variantScenes(), 3),
                            TestGroup.neighboursOn(BETWEEN, 3 * effort.variantScenes(), 8)));
            JudgedArchive judged = JudgedArchive.of(SimulatedArchive.keptIn(kept, change.apply(plain), FIRST_SEED + i));
            for (Role role : List.of(Role.FACILITY, Role.NULL)) {
                judged.looks(role, ReferenceExperiment.IDLE)
                        .forEach(j -> idle.add(j.look().z()));
            }
            judged.looks(Role.FACILITY, BETWEEN).stream()
                    .filter(j -> j.roof().feature().id().equals("facility-1"))
                    .forEach(j -> between.add(j.look().z()));
            judged.looks(Role.FACILITY, ON).forEach(j -> {
                on.add(j.look().effectiveKelvin() / 3);
                seen.add(j.look().heat().pValue());
            });
            scenes += effort.variantScenes();
        }
        Sample z = Sample.of(idle);
        return List.of(
                name,
                "%.0f %%".formatted(100.0 * idle.size() / (scenes * 35)),
                "%.2f".formatted(z.rootMeanSquare()),
                "%.1f %%".formatted(100 * z.share(v -> v > 2.36)),
                "%+.2f".formatted(Sample.of(between).mean()),
                "%.2f".formatted(Sample.of(between).rootMeanSquare()),
                "%.2f".formatted(Sample.of(seen).share(p -> p < 0.01)),
                "%.2f".formatted(Sample.of(on).mean()));
    }
}
