package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One arbitrary scene among good ones must not change the results of the others beyond its weight. */
final class ArbitrarySceneIT {
    private static final Site SITE = SyntheticSite.SITE;
    private static final LocalDate LAST = LocalDate.of(2018, 4, 6);
    private static final int REFERENCE_SCENES = 24;
    private static final int SEEDS = 2;
    private static final List<SampledScene> GOOD = good();
    private static final SiteHistory HISTORY = SiteHistory.of(SITE, GOOD, LAST);

    private static List<SampledScene> good() {
        List<SampledScene> scenes = new ArrayList<>(SyntheticOverpass.idle(REFERENCE_SCENES));
        scenes.add(SyntheticOverpass.on("2018-02-01").scene());
        for (String day : List.of("2018-02-17", "2018-03-05", "2018-03-21", "2018-04-06")) {
            scenes.add(SyntheticOverpass.on(day).excess("facility-5", 6).scene());
        }
        return List.copyOf(scenes);
    }

    /**
     * Largest changes of the observations of scenes that both histories have.
     *
     * @param outcomes number of observations that are judged in one history only
     * @param starts number of steps of facilities that never ran that are on in the later history
     */
    private record Change(double kelvin, double z, double logError, int outcomes, int starts) {
        private static final Change NONE = new Change(0, 0, 0, 0, 0);

        static Change between(SiteHistory before, SiteHistory after) {
            Change change = NONE;
            for (FeatureHistory feature : before.features()) {
                Map<Acquisition, Step> now = new HashMap<>();
                FeatureHistory changed = after.feature(feature.feature().id()).orElseThrow();
                changed.track()
                        .steps()
                        .forEach(step -> now.put(step.observation().acquisition(), step));
                boolean neverRan = !feature.feature().id().equals("facility-5");
                for (Step step : feature.track().steps()) {
                    Step other =
                            Objects.requireNonNull(now.get(step.observation().acquisition()));
                    change = change.and(between(step.observation(), other.observation()))
                            .and(new Change(0, 0, 0, 0, neverRan && other.state() == FacilityState.ON ? 1 : 0));
                }
            }
            return change;
        }

        private static Change between(JudgedObservation before, JudgedObservation after) {
            Optional<JudgedObservation.Scored> was = before.scored();
            Optional<JudgedObservation.Scored> is = after.scored();
            if (was.isEmpty() || is.isEmpty()) {
                return new Change(
                        0,
                        0,
                        0,
                        before.outcome().getClass().equals(after.outcome().getClass()) ? 0 : 1,
                        0);
            }
            return new Change(
                    Math.abs(was.get().effectiveKelvin() - is.get().effectiveKelvin()),
                    Math.abs(was.get().z() - is.get().z()),
                    Math.abs(Math.log(was.get().standardError() / is.get().standardError())),
                    0,
                    0);
        }

        private Change and(Change other) {
            return new Change(
                    Math.max(kelvin, other.kelvin),
                    Math.max(z, other.z),
                    Math.max(logError, other.logError),
                    outcomes + other.outcomes,
                    starts + other.starts);
        }
    }

    private static Change with(ArbitraryScene.Kind kind, int seed, LocalDate date) {
        List<SampledScene> scenes = new ArrayList<>(GOOD);
        scenes.add(ArbitraryScene.of(kind, seed, date));
        return Change.between(HISTORY, SiteHistory.of(SITE, scenes, LAST));
    }

    /** A good scene more, one of 25, changes the others by up to 0.4 standard errors. */
    @ParameterizedTest
    @EnumSource(ArbitraryScene.Kind.class)
    void oneWrongReferenceSceneChangesTheOthersLittle(ArbitraryScene.Kind kind) {
        for (int seed = 0; seed < SEEDS; seed++) {
            LocalDate date = LocalDate.of(2016, 1, 10).plusDays(16L * new Random(seed).nextInt(20));
            Change change = with(kind, seed, date);
            assertThat(change.outcomes()).as("%s on %s", kind, date).isZero();
            assertThat(change.starts()).as("%s on %s", kind, date).isZero();
            assertThat(change.kelvin()).as("%s on %s", kind, date).isLessThan(1.5);
            assertThat(change.z()).as("%s on %s", kind, date).isLessThan(1.5);
            assertThat(change.logError()).as("%s on %s", kind, date).isLessThan(0.35);
        }
    }

    @ParameterizedTest
    @EnumSource(ArbitraryScene.Kind.class)
    void oneWrongLaterSceneChangesNoExcessAndHardlyTheErrors(ArbitraryScene.Kind kind) {
        for (int seed = 0; seed < SEEDS; seed++) {
            LocalDate date = LocalDate.of(2018, 2, 9).plusDays(16L * seed);
            Change change = with(kind, seed, date);
            assertThat(change.outcomes()).as("%s on %s", kind, date).isZero();
            assertThat(change.starts()).as("%s on %s", kind, date).isZero();
            assertThat(change.kelvin()).as("%s on %s", kind, date).isZero();
            assertThat(change.logError()).as("%s on %s", kind, date).isLessThan(0.3);
        }
    }
}
