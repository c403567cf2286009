package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.junit.jupiter.api.Test;

/** The baselines learned from the scenes of the reference period. */
final class RegimeBaselineTest {
    private static final LocalDate LATER = LocalDate.of(2018, 2, 1);

    private static SyntheticOverpass idle(int index) {
        return SyntheticOverpass.on(SyntheticSite.REFERENCE_PERIOD.from().plusDays(4 + 16L * index));
    }

    private static SiteHistory history(List<SampledScene> reference) {
        List<SampledScene> scenes = new ArrayList<>(reference);
        scenes.add(SyntheticOverpass.on(LATER).excess("facility-6", 5).scene());
        return SiteHistory.of(SyntheticSite.SITE, scenes, LATER);
    }

    private static JudgedObservation.Outcome last(SiteHistory history, String feature) {
        return history.feature(feature).orElseThrow().observations().getLast().outcome();
    }

    private static JudgedObservation.Scored scored(SiteHistory history, String feature) {
        return (JudgedObservation.Scored) last(history, feature);
    }

    @Test
    void withFourteenReferenceScenesNothingIsCalibratedAndNothingIsOff() {
        SiteHistory history = history(SyntheticOverpass.idle(14));

        assertThat(history.regimes()).isEmpty();
        assertThat(history.features()).hasSize(16).allSatisfy(feature -> {
            assertThat(feature.observations())
                    .allSatisfy(observation ->
                            assertThat(observation.outcome()).isInstanceOf(JudgedObservation.Uncalibrated.class));
            assertThat(feature.track().steps()).allMatch(step -> step.state() == FacilityState.UNCALIBRATED);
        });
    }

    @Test
    void fifteenAreEnough() {
        SiteHistory history = history(SyntheticOverpass.idle(15));

        assertThat(history.regimes())
                .singleElement()
                .satisfies(regime -> assertThat(regime.referenceScenes()).isEqualTo(15));
        assertThat(history.features())
                .allSatisfy(
                        feature -> assertThat(feature.observations().getLast().outcome())
                                .isInstanceOf(JudgedObservation.Scored.class));
    }

    @Test
    void anUncertainSceneDoesNotCountTowardsTheMinimum() {
        List<SampledScene> scenes = new ArrayList<>(SyntheticOverpass.idle(15));
        scenes.add(SyntheticOverpass.on(LATER).scene());
        ReferencePeriod uncertain =
                new ReferencePeriod(LocalDate.of(2016, 8, 1), SyntheticSite.REFERENCE_PERIOD.to(), /* weight= */ 0.5);
        ReferencePeriod certain =
                new ReferencePeriod(SyntheticSite.REFERENCE_PERIOD.from(), LocalDate.of(2016, 7, 31), /* weight= */ 1);

        SiteHistory history =
                SiteHistory.of(SyntheticSite.of(List.of(certain, uncertain), feature -> feature), scenes, LATER);

        assertThat(history.regimes()).isEmpty();
    }

    /** One facility was hidden six times, one ran once, one is always warmer than its surroundings. */
    @Test
    void eachFootprintHasABaselineOfItsOwn() {
        List<SampledScene> scenes = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            SyntheticOverpass overpass = idle(k).excess("facility-6", 5);
            if (k < 6) {
                overpass.hidden("facility-5", 130);
            }
            if (k == 10) {
                overpass.excess("facility-9", 9);
            }
            scenes.add(overpass.scene());
        }
        SiteHistory history = history(scenes);

        assertThat(last(history, "facility-5"))
                .isEqualTo(new JudgedObservation.Uncalibrated("too few reference observations"));
        assertThat(history.feature("facility-5").orElseThrow().track().steps())
                .noneMatch(step -> step.state() == FacilityState.OFF);
        assertThat(scored(history, "facility-6").z())
                .as("5 K are its idle behaviour")
                .isBetween(-3.0, 3.0);
        List<JudgedObservation> observations =
                history.feature("facility-9").orElseThrow().observations();
        JudgedObservation.Scored ran = observations.get(10).scored().orElseThrow();
        assertThat(ran.effectiveKelvin())
                .as("judged against a baseline without its scene")
                .isCloseTo(9, within(3.5));
        assertThat(ran.z()).isGreaterThan(4);
        assertThat(scored(history, "facility-9").z()).isBetween(-3.0, 3.0);
    }

    @Test
    void moreReferenceScenesReduceTheErrors() {
        SiteHistory few = history(SyntheticOverpass.idle(15));
        SiteHistory many = history(SyntheticOverpass.idle(40));

        assertThat(many.regimes().getFirst().referenceScenes()).isEqualTo(40);
        for (FeatureHistory feature : few.features()) {
            String id = feature.feature().id();
            assertThat(scored(many, id).standardError())
                    .isLessThan(scored(few, id).standardError());
        }
        assertThat(Math.sqrt(many.regimes().getFirst().idleVariance())).isBetween(0.1, 0.5);
    }

    @Test
    void theScatterOfIdleObservationsMatchesTheirErrors() {
        SiteHistory history = history(SyntheticOverpass.idle(30));

        List<Double> z = history.features().stream()
                .flatMap(feature -> IntStream.range(0, 30)
                        .mapToObj(k -> feature.observations()
                                .get(k)
                                .scored()
                                .orElseThrow()
                                .z()))
                .toList();
        double square = z.stream().mapToDouble(v -> v * v).average().orElseThrow();
        assertThat(z).hasSize(480);
        assertThat(square).isCloseTo(1, within(0.2));
        assertThat(z.stream().mapToDouble(v -> v).average().orElseThrow()).isCloseTo(0, within(0.15));
    }
}
