package org.heatwatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;
import org.heatwatch.validation.LayoutArchive;
import org.heatwatch.validation.LayoutRecipe;
import org.heatwatch.validation.UnknownLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes that arrive one by one, and scenes that arrive late, at a site without outlines. */
final class SourcePipelineIT {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final LocalDate SETTLED = LocalDate.of(2025, 9, 30);
    private static final int FEWEST_SETTLED = 40;

    @TempDir
    private static Path folder;

    private static Site site;
    private static List<SampledScene> scenes;

    @BeforeAll
    static void simulate() {
        LayoutRecipe recipe = LayoutRecipe.reference();
        LayoutArchive archive = UnknownLayout.keptIn(
                folder,
                recipe.withGround(recipe.ground().withPixels(96))
                        .withColumns(5)
                        .withRows(4)
                        .withFilledShare(1)
                        .withInUse(6)
                        .withHot(4)
                        .withOvercastShare(0.3),
                1);
        site = archive.site();
        List<SampledScene> all = archive.sampledScenes();
        long settled =
                all.stream().filter(scene -> !date(scene).isAfter(SETTLED)).count();
        scenes = all.subList(0, Math.toIntExact(settled) + 2);
    }

    private static SourceReport report(SourcePipeline pipeline, List<SampledScene> scenes, List<HeatSource> known) {
        return pipeline.run(site, scenes, Optional.empty(), AS_OF, known).orElseThrow();
    }

    private static SourcePipeline pipeline() {
        return new SourcePipeline(FEWEST_SETTLED);
    }

    private static SearchInput input(List<SampledScene> scenes, Period period) {
        return new SearchInput(site, scenes, period, AS_OF);
    }

    private static Period period() {
        return SourceScenes.usualPeriod(site, AS_OF).orElseThrow();
    }

    private static LocalDate date(SampledScene scene) {
        return scene.scene().acquisition().date();
    }

    private static void assertEqual(SourceReport one, SourceReport other) {
        assertThat(one.sources()).isEqualTo(other.sources());
        assertThat(one.histories().equals(other.histories()))
                .as("equal histories")
                .isTrue();
        assertThat(one.composite().excess().values())
                .containsExactly(other.composite().excess().values());
        assertThat(one.composite().standardError().values())
                .containsExactly(other.composite().standardError().values());
    }

    @Test
    void oneMoreSceneGivesTheReportOfANewPipeline() {
        List<SampledScene> before = scenes.subList(0, scenes.size() - 1);
        SourcePipeline pipeline = pipeline();
        SourceReport first = report(pipeline, before, List.of());
        List<HeatSource> known = first.sources().sources();

        SourceReport second = report(pipeline, scenes, known);

        assertThat(known).hasSizeGreaterThan(4);
        assertThat(second.sources().periodScenes()).isEqualTo(first.sources().periodScenes() + 1);
        assertEqual(second, report(pipeline(), scenes, known));
        LocatedSource strongest = first.histories().getFirst().place();
        LocatedSource later = second.histories().stream()
                .filter(source ->
                        source.id().equals(first.histories().getFirst().id()))
                .findFirst()
                .orElseThrow()
                .place();
        assertThat(later.at(strongest)).isEqualTo(later);
        assertThat(later.kelvinSquareMetres()).isNotEqualTo(strongest.kelvinSquareMetres());
    }

    @Test
    void aSceneOfAnEarlierQuarterThatArrivesLateGivesTheReportOfANewPipeline() {
        List<SampledScene> others = new ArrayList<>(scenes);
        others.remove(scenes.size() - 8);
        SourcePipeline pipeline = pipeline();
        List<HeatSource> known = report(pipeline, others, List.of()).sources().sources();

        assertThat(date(scenes.get(scenes.size() - 8))).isBefore(SETTLED);
        assertEqual(report(pipeline, scenes, known), report(pipeline(), scenes, known));
    }

    @Test
    void theScenesUpToTheEndOfAQuarterAreFittedTogether() {
        assertThat(input(scenes, period()).settled(FEWEST_SETTLED)).contains(SETTLED);
        assertThat(input(scenes.subList(0, scenes.size() - 1), period()).settled(FEWEST_SETTLED))
                .contains(SETTLED);
    }

    @Test
    void scenesAreFittedTogetherIfTheyAreFewOrTheLaterOnesAreManyOrReferenceScenes() {
        assertThat(input(scenes, period()).settled(1000)).isEmpty();
        List<SampledScene> manyLater = scenes.subList(0, scenes.size() - 2);
        assertThat(input(manyLater, period()).settled(FEWEST_SETTLED)).isEmpty();
        Period beforeReference = new Period(LocalDate.of(2013, 1, 1), LocalDate.of(2018, 2, 1));
        assertThat(input(scenes, beforeReference).settled(1)).isEmpty();
    }
}
