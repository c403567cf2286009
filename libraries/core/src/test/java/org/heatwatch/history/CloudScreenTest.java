package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudScreenTest {
    private static final Site SITE = SyntheticSite.SITE;
    private static final LocalDate LAST = LocalDate.of(2018, 3, 21);
    private static final int REFERENCE_SCENES = 30;

    private static List<SampledScene> reference(UnaryOperator<SyntheticOverpass> change) {
        return IntStream.range(0, REFERENCE_SCENES)
                .mapToObj(i -> change.apply(SyntheticOverpass.on(
                                SyntheticSite.REFERENCE_PERIOD.from().plusDays(4 + 16L * i)))
                        .scene())
                .toList();
    }

    private static List<SampledScene> with(List<SampledScene> scenes, SyntheticOverpass... later) {
        List<SampledScene> all = new ArrayList<>(scenes);
        for (SyntheticOverpass overpass : later) {
            all.add(overpass.scene());
        }
        return all;
    }

    private static ScreenedScene last(List<SampledScene> scenes) {
        return new CloudScreen().of(SITE, scenes, LAST).getLast();
    }

    private static int samples(ScreenedScene scene) {
        return scene.sampled().samples().map(StoredSamples::count).orElse(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-25, -8, -2, 0, 2})
    void aNightWhollyUnderACloudThatTheMaskDoesNotContainHasNoClearSample(double kelvin) {
        List<SampledScene> nights = reference(SyntheticOverpass::atNight);
        ScreenedScene last = last(with(
                nights,
                SyntheticOverpass.on(LAST).atNight().hiddenBy((_, _) -> true).unmasked(kelvin)));
        assertThat(samples(last)).isZero();
        assertThat(last.sky()).isEqualTo(new ClearSky(0, ClearSky.Mask.QA_PIXEL_AND_TEMPERATURE, 0));
    }

    @Test
    void aBaselineDoesNotLearnFromCloudsThatTheMaskDoesNotContain() {
        List<SampledScene> clear = reference(SyntheticOverpass::atNight);
        List<SampledScene> clouded = new ArrayList<>(clear);
        for (int i = 0; i < 14; i++) {
            int warmer = i % 7 - 5;
            clouded.add(
                    SyntheticOverpass.on(SyntheticSite.REFERENCE_PERIOD.from().plusDays(12 + 16L * i))
                            .atNight()
                            .hiddenBy((_, _) -> true)
                            .unmasked(3 * warmer)
                            .scene());
        }
        SyntheticOverpass hot = SyntheticOverpass.on(LAST).atNight().excess("facility-5", 6);
        SiteHistory expected = SiteHistory.of(SITE, with(clear, hot), LAST);
        SiteHistory history = SiteHistory.of(SITE, with(clouded, hot), LAST);
        assertThat(history.regimes()).isEqualTo(expected.regimes());
        assertThat(history.feature("facility-5").orElseThrow().observations().getLast())
                .isEqualTo(expected.feature("facility-5")
                        .orElseThrow()
                        .observations()
                        .getLast());
    }

    @Test
    void aClearSceneIsNotChanged() {
        List<SampledScene> scenes = with(
                reference(scene -> scene),
                SyntheticOverpass.on(LAST).excess("facility-5", 15).excess("facility-6", 9));
        new CloudScreen().of(SITE, scenes, LAST).forEach(screened -> {
            assertThat(scenes).contains(screened.sampled());
            assertThat(screened.sky().fraction())
                    .isEqualTo(screened.sampled().scene().clearFraction());
        });
    }

    @Test
    void whereTooFewScenesShowTheGroundTheMaskOfTheProductDecides() {
        ScreenedScene last = last(with(reference(scene -> scene).subList(0, 3), SyntheticOverpass.on(LAST)));
        assertThat(last.sky().mask()).isEqualTo(ClearSky.Mask.QA_PIXEL);
        assertThat(samples(last)).isPositive();
    }

    @Test
    void aBuildingThatTheMaskAlwaysFlagsIsObserved() {
        UnaryOperator<SyntheticOverpass> flagged = scene -> scene.flaggedAround("facility-5");
        SyntheticOverpass hot = flagged.apply(SyntheticOverpass.on(LAST).excess("facility-5", 6));
        List<SampledScene> scenes = with(reference(flagged), hot);
        assertThat(last(scenes).sky().maskedBuildingSamples()).isPositive();
        assertThat(SiteHistory.of(SITE, scenes, LAST)
                        .feature("facility-5")
                        .orElseThrow()
                        .observations()
                        .getLast()
                        .scored()
                        .orElseThrow()
                        .z())
                .isGreaterThan(3);
    }

    @Test
    void aPatchThatTheMaskFlagsOnceIsACloud() {
        List<SampledScene> scenes =
                with(reference(scene -> scene), SyntheticOverpass.on(LAST).flaggedAround("facility-5"));
        assertThat(last(scenes).sky().maskedBuildingSamples()).isZero();
        assertThat(SiteHistory.of(SITE, scenes, LAST)
                        .feature("facility-5")
                        .orElseThrow()
                        .observations()
                        .getLast()
                        .scored())
                .isEmpty();
    }
}
