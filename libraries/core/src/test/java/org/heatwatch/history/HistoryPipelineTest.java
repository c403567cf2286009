package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Pass;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.site.Site;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

final class HistoryPipelineTest {
    private static final Site SITE = SyntheticSite.SITE;
    private static final LocalDate LAST = LocalDate.of(2018, 3, 21);
    private static final List<SampledScene> REFERENCE = SyntheticOverpass.idle(16);
    private static final List<SampledScene> LATER = List.of(
            SyntheticOverpass.on("2018-02-01").scene(),
            SyntheticOverpass.on("2018-02-17").excess("facility-5", 6).scene(),
            SyntheticOverpass.on("2018-03-05").excess("facility-5", 6).scene(),
            SyntheticOverpass.on(LAST).excess("facility-5", 6).scene());
    private static final List<SampledScene> ALL = both(REFERENCE, LATER);
    private static final SiteHistory HISTORY = SiteHistory.of(SITE, ALL, LAST);

    private static List<SampledScene> both(List<SampledScene> some, List<SampledScene> others) {
        List<SampledScene> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static SiteHistory scratch(List<SampledScene> scenes) {
        return SiteHistory.of(SITE, scenes, LAST);
    }

    @Test
    void orderAndDuplicatesDoNotMatter() {
        List<SampledScene> shuffled = both(ALL, ALL.subList(5, 20));
        Collections.shuffle(shuffled, new Random(1));

        assertThat(scratch(shuffled)).isEqualTo(HISTORY);
    }

    @Test
    void theResultWithACacheEqualsThatWithoutOne() {
        HistoryPipeline pipeline = new HistoryPipeline();
        List<SampledScene> all =
                both(ALL, List.of(SyntheticOverpass.on("2018-02-01").atNight().scene()));
        Random random = new Random(2);
        for (int turn = 0; turn < 2; turn++) {
            List<SampledScene> known = new ArrayList<>(all);
            Collections.shuffle(known, random);
            for (int gone = random.nextInt(4); gone > 0; gone--) {
                known.removeLast();
            }
            assertThat(pipeline.run(SITE, known, LAST).history()).isEqualTo(scratch(known));
        }
    }

    @Test
    void addingScenesOneByOneGivesTheSameResult() {
        HistoryPipeline pipeline = new HistoryPipeline();
        List<SampledScene> known = new ArrayList<>(REFERENCE);
        SiteHistory history = pipeline.run(SITE, known, LAST).history();
        for (SampledScene scene : LATER.reversed()) {
            known.addFirst(scene);
            history = pipeline.run(SITE, known, LAST).history();
        }

        assertThat(history).isEqualTo(HISTORY);
    }

    @Test
    void aChangedSiteDefinitionInvalidatesTheCache() {
        HistoryPipeline pipeline = new HistoryPipeline();
        pipeline.run(SITE, ALL, LAST).history();
        Site moved = SyntheticSite.of(
                List.of(SyntheticSite.REFERENCE_PERIOD),
                feature -> feature.id().equals("facility-5")
                        ? SyntheticSite.feature(
                                feature.id(),
                                feature.role(),
                                feature.footprint()
                                        .utm()
                                        .getEnvelope()
                                        .buffer(20)
                                        .getEnvelope(),
                                feature.accuracyMetres())
                        : feature);
        ReferencePeriod shorter =
                new ReferencePeriod(SyntheticSite.REFERENCE_PERIOD.from(), LocalDate.of(2016, 8, 10), /* weight= */ 1);
        Site shortened = SyntheticSite.of(List.of(shorter), feature -> feature);

        assertThat(pipeline.run(moved, ALL, LAST).history()).isEqualTo(SiteHistory.of(moved, ALL, LAST));
        assertThat(pipeline.run(shortened, ALL, LAST).history().regimes())
                .as("fourteen scenes are too few")
                .isEmpty();
    }

    @Test
    void ofSeveralProductsOfAnAcquisitionTheBestIsUsed() {
        List<SampledScene> products = new ArrayList<>(ALL);
        for (LocalDate day : List.of(LAST, LocalDate.of(2016, 1, 5))) {
            products.add(SyntheticOverpass.on(day)
                    .excess("facility-6", 9)
                    .product("L1TP", "RT")
                    .processedOn(day)
                    .scene());
            products.add(SyntheticOverpass.on(day)
                    .excess("facility-6", 9)
                    .processedOn(day.plusDays(2))
                    .scene());
            products.add(SyntheticOverpass.on(day).processedOn(day.plusDays(99)).unresolved("no grid"));
        }
        Collections.shuffle(products, new Random(3));
        assertThat(scratch(products)).isEqualTo(HISTORY);

        SampledScene later =
                SyntheticOverpass.on(LAST).processedOn(LAST.plusDays(300)).scene();
        HistoryPipeline pipeline = new HistoryPipeline();
        pipeline.run(SITE, ALL, LAST).history();
        SiteHistory replaced =
                pipeline.run(SITE, both(List.of(later), ALL), LAST).history();
        assertThat(replaced.scenes()).hasSameSizeAs(ALL);
        assertThat(replaced.scenes().getLast().product())
                .isEqualTo(later.scene().product());
        assertThat(replaced.feature("facility-5")
                        .orElseThrow()
                        .observations()
                        .getLast()
                        .scored()
                        .orElseThrow()
                        .z())
                .as("its facility was idle after all")
                .isLessThan(3);
    }

    @Test
    void onlyScenesOfTheReferencePeriodChangeEarlierResults() {
        HistoryPipeline pipeline = new HistoryPipeline();
        int known = ALL.size() - 2;
        SiteHistory early = pipeline.run(SITE, ALL.subList(0, known), LAST).history();

        assertThat(HISTORY.regimes()).isEqualTo(early.regimes());
        assertThat(HISTORY.scenes().subList(0, known)).isEqualTo(early.scenes());
        for (FeatureHistory feature : early.features()) {
            FeatureHistory whole = HISTORY.feature(feature.feature().id()).orElseThrow();
            assertThat(whole.observations().subList(0, known)).isEqualTo(feature.observations());
            assertThat(whole.threshold()).isEqualTo(feature.threshold());
            assertThat(whole.track().steps().subList(0, known))
                    .isEqualTo(feature.track().steps());
        }
        SampledScene oneMore = SyntheticOverpass.on("2017-06-01").scene();
        SiteHistory improved =
                pipeline.run(SITE, both(ALL, List.of(oneMore)), LAST).history();
        assertThat(improved.regimes()).isNotEqualTo(HISTORY.regimes());
        assertThat(improved.scenes().getLast()).isNotEqualTo(HISTORY.scenes().getLast());
    }

    @Test
    void scenesAfterTheRequestedDayAreIgnored() {
        LocalDate day = LAST.minusDays(1);
        HistoryPipeline pipeline = new HistoryPipeline();

        SiteHistory asOf = pipeline.run(SITE, ALL, day).history();

        assertThat(asOf)
                .isEqualTo(
                        pipeline.run(SITE, ALL.subList(0, ALL.size() - 1), day).history());
        assertThat(asOf.scenes()).hasSize(ALL.size() - 1);
        assertThat(pipeline.run(SITE, ALL, LAST).history()).isEqualTo(HISTORY);
    }

    @Test
    void itProvidesTheBackgroundModelAndTheResidualsOfItsScenes() {
        HistoryPipeline pipeline = new HistoryPipeline();
        ScoredSite scored = pipeline.run(SITE, ALL, LAST);
        SampledScene hot = LATER.getLast();
        Point middle = SyntheticSite.middle(SITE.feature("facility-5").orElseThrow());

        assertThat(scored.background(new Regime(Pass.DAY, /* snow= */ false))).isPresent();
        assertThat(scored.background(new Regime(Pass.NIGHT, /* snow= */ false))).isEmpty();
        assertThat(scored.residual(hot.scene().acquisition())).hasValueSatisfying(residual -> {
            assertThat(residual.scatter()).isBetween(0.1, 0.6);
            int nearest = 0;
            for (int i = 0; i < residual.residual().count(); i++) {
                if (metres(residual, i, middle) < metres(residual, nearest, middle)) {
                    nearest = i;
                }
            }
            assertThat(residual.residual().kelvin(nearest)).isGreaterThan(0.4);
        });
        ScoredSite without = pipeline.run(SITE, ALL.subList(0, ALL.size() - 1), LAST);
        assertThat(without.residual(hot.scene().acquisition()))
                .as("dropped from the cache")
                .isEmpty();
        ScoredSite later = pipeline.run(SITE, LATER, LAST);
        assertThat(later.background(new Regime(Pass.DAY, /* snow= */ false))).isEmpty();
    }

    private static double metres(PassResidual residual, int sample, Point from) {
        return Math.hypot(
                residual.residual().east(sample) - from.getX(),
                residual.residual().north(sample) - from.getY());
    }
}
