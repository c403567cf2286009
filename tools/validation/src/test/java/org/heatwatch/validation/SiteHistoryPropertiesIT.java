package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heatwatch.validation.AlteredScenes.brighter;
import static org.heatwatch.validation.AlteredScenes.processed;
import static org.heatwatch.validation.AlteredScenes.unresolved;
import static org.heatwatch.validation.SmallArchive.ARCHIVE;
import static org.heatwatch.validation.SmallArchive.HISTORY;
import static org.heatwatch.validation.SmallArchive.LAST;
import static org.heatwatch.validation.SmallArchive.SCENES;
import static org.heatwatch.validation.SmallArchive.SITE;
import static org.heatwatch.validation.SmallArchive.date;
import static org.heatwatch.validation.SmallArchive.seenAs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.Regime;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Tier;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.state.FacilityState;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** Invariants of histories with respect to order, repetition and time. */
final class SiteHistoryPropertiesIT {
    @Test
    void orderAndRepetitionMakeNoDifference() {
        List<SampledScene> shuffled = new ArrayList<>(SCENES);
        shuffled.addAll(SCENES.subList(5, 36));
        Collections.shuffle(shuffled, new Random(1));

        assertThat(SiteHistory.of(SITE, shuffled, LAST)).isEqualTo(HISTORY);
    }

    @Test
    void inferiorProductsOfTheSameAcquisitionsMakeNoDifference() {
        List<SampledScene> all = new ArrayList<>(SCENES);
        for (SampledScene scene : SCENES) {
            ProductId product = scene.scene().product();
            all.add(brighter(processed(scene, product.processed(), Tier.RT), 3));
            all.add(brighter(processed(scene, product.processed().minusDays(2), product.tier()), -2));
            all.add(unresolved(processed(scene, product.processed().plusDays(300), Tier.T1)));
        }
        Collections.shuffle(all, new Random(2));

        assertThat(SiteHistory.of(SITE, all, LAST)).isEqualTo(HISTORY);
    }

    @Test
    void aBetterProductReplacesThePreviousOne() {
        SampledScene last = SCENES.getLast();
        SampledScene better = processed(last, last.scene().product().processed().plusDays(30), Tier.T1);
        List<SampledScene> both = new ArrayList<>(SCENES);
        both.addFirst(better);

        SiteHistory history = SiteHistory.of(SITE, both, LAST);

        assertThat(history.scenes()).hasSameSizeAs(SCENES);
        assertThat(history.scenes().getLast().product())
                .isEqualTo(better.scene().product());
    }

    @Test
    void anIncrementalPipelineComputesTheSameHistory() {
        HistoryPipeline pipeline = new HistoryPipeline();
        List<SampledScene> arrival = new ArrayList<>(SCENES);
        Collections.shuffle(arrival, new Random(3));
        List<SampledScene> known = new ArrayList<>();
        SiteHistory history = HISTORY;
        for (SampledScene scene : arrival) {
            known.add(scene);
            history = pipeline.run(SITE, known, LAST).history();
        }

        assertThat(history).isEqualTo(HISTORY);
        assertThat(pipeline.run(SITE, SCENES, LAST).history()).isEqualTo(HISTORY);
    }

    @Test
    void aPipelineReportsTheBackgroundModelAndTheResidualsOfAScene() {
        HistoryPipeline pipeline = new HistoryPipeline();
        ScoredSite scored = pipeline.run(SITE, SCENES, LAST);
        SampledScene hot = SCENES.getLast();
        Point middle =
                SITE.feature("facility-1").orElseThrow().footprint().utm().getCentroid();

        FittedBackground ground =
                scored.background(new Regime(Pass.DAY, /* snow= */ false)).orElseThrow();
        SceneResidual residual =
                scored.residual(hot.scene().acquisition()).orElseThrow().residual();

        assertThat(ground.steady(middle.getX(), middle.getY())).isBetween(-10.0, 10.0);
        assertThat(scored.background(new Regime(Pass.NIGHT, /* snow= */ false))).isEmpty();
        assertThat(IntStream.range(0, residual.count())
                        .filter(i ->
                                Math.hypot(residual.east(i) - middle.getX(), residual.north(i) - middle.getY()) < 60)
                        .mapToDouble(residual::kelvin))
                .isNotEmpty()
                .allSatisfy(kelvin -> assertThat(kelvin).isGreaterThan(0.5));
    }

    @Test
    void aPipelineDiscardsScenesThatAreWithdrawn() {
        HistoryPipeline pipeline = new HistoryPipeline();
        SiteHistory before = pipeline.run(SITE, SCENES.subList(0, 34), LAST).history();
        pipeline.run(SITE, SCENES, LAST).history();

        assertThat(pipeline.run(SITE, SCENES.subList(0, 34), LAST).history()).isEqualTo(before);
    }

    @Test
    void laterScenesDoNotChangeEarlierResults() {
        for (int known = 31; known < SCENES.size(); known += 3) {
            SiteHistory early = SiteHistory.of(SITE, SCENES.subList(0, known), LAST);

            assertThat(HISTORY.regimes()).isEqualTo(early.regimes());
            assertThat(HISTORY.scenes().subList(0, known)).isEqualTo(early.scenes());
            assertThat(HISTORY.features()).hasSameSizeAs(early.features());
            for (FeatureHistory footprint : early.features()) {
                FeatureHistory whole = HISTORY.feature(footprint.feature().id()).orElseThrow();
                assertThat(whole.observations().subList(0, known)).isEqualTo(footprint.observations());
                assertThat(whole.threshold()).isEqualTo(footprint.threshold());
                assertThat(whole.track().steps().subList(0, known))
                        .isEqualTo(footprint.track().steps());
            }
        }
    }

    @Test
    void scenesAfterTheRequestedDayAreIgnored() {
        LocalDate day = date(SCENES.get(34));

        SiteHistory asOf = SiteHistory.of(SITE, SCENES, day);

        assertThat(asOf).isEqualTo(SiteHistory.of(SITE, SCENES.subList(0, 35), day));
        assertThat(asOf.scenes()).hasSize(35);
    }

    @Test
    void facilitiesThatRunAtFiveKelvinAreFoundAndControlsAreOff() {
        assertThat(ARCHIVE.facilities())
                .hasSize(5)
                .allSatisfy(id -> assertThat(seenAs(HISTORY, id)).isIn(FacilityState.ON, FacilityState.SUSPECT));
        assertThat(ARCHIVE.facilities())
                .filteredOn(id -> seenAs(HISTORY, id) == FacilityState.ON)
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(SITE.features(Role.CONTROL))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(seenAs(HISTORY, control.id())).isEqualTo(FacilityState.OFF));
    }

    @Test
    void noFacilityIsOnBeforeItRuns() {
        SiteHistory before = SiteHistory.of(SITE, SCENES.subList(0, 33), LAST);

        assertThat(ARCHIVE.facilities())
                .allSatisfy(id -> assertThat(seenAs(before, id)).isEqualTo(FacilityState.OFF));
    }

    /** The baselines come from the reference period alone. */
    @Test
    void aSceneIsScoredByTheReferencePeriodAloneAndEveryFootprintIsReported() {
        assertThat(HISTORY.scenes()).hasSameSizeAs(SCENES);
        assertThat(HISTORY.regimes())
                .singleElement()
                .satisfies(regime -> assertThat(regime.referenceScenes())
                        .isBetween(25, 30)
                        .isEqualTo((int) HISTORY.scenes().stream()
                                .filter(check -> check.isReference())
                                .count()));
        assertThat(HISTORY.scenes().subList(30, 38)).noneMatch(check -> check.isReference());
        assertThat(HISTORY.features()).hasSize(SITE.features().size());
        assertThat(HISTORY.features())
                .allSatisfy(footprint -> assertThat(footprint.observations()).hasSameSizeAs(SCENES));
    }
}
