package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.language.Words;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PartReader;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.site.Pass;
import org.heatwatch.site.SiteFile;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;
import org.heatwatch.web.Languages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DashboardSummaryTest {
    private static final Instant NEXT_DAY = Instant.parse("2025-11-05T12:00:00Z");

    private final List<String> features = new ArrayList<>();
    private final List<PublishedState> standings = new ArrayList<>();
    private boolean simulated = true;
    private Instant now = NEXT_DAY;
    private String asOf = "2025-11-04";

    private DashboardSummaryTest with(
            String id, String role, double accuracy, boolean verified, @Nullable PublishedState currentState) {
        double west = 126.61 + 0.002 * features.size();
        features.add("""
                {"type": "Feature", "id": "%s", "properties": {"id": "%s", "name": "%s", "role": "%s", "source": "test",
                  "accuracyMetres": %s, "verified": %b},
                 "geometry": {"type": "Polygon", "coordinates":
                   [[[%f, 37.92], [%f, 37.92], [%f, 37.921], [%f, 37.921], [%f, 37.92]]]}}
                """.formatted(
                        id,
                        id,
                        id.toUpperCase(java.util.Locale.ROOT),
                        role,
                        accuracy,
                        verified,
                        west,
                        west + 0.001,
                        west + 0.001,
                        west,
                        west));
        if (currentState != null) {
            standings.add(currentState);
        }
        return this;
    }

    private DashboardSummaryTest with(String id, PublishedState currentState) {
        return with(id, "facility", 5, true, currentState);
    }

    private static PublishedState currentState(
            String id, String state, String since, double kelvin, String confidence, boolean provisional, String seen) {
        return new PublishedState(
                id,
                FacilityState.valueOf(state),
                state.equals("STALE") ? FacilityState.ON : FacilityState.valueOf(state),
                LocalDate.parse(since),
                new PublishedObservation(
                        id,
                        Acquisition.parse("LC08_116034_" + seen.replace("-", "")),
                        Instant.parse(seen + "T02:11:07Z"),
                        Pass.DAY,
                        ObservationStatus.OBSERVED,
                        true,
                        kelvin,
                        0.9,
                        1.0,
                        kelvin / 0.9,
                        99.9,
                        true,
                        FacilityState.valueOf(state),
                        5,
                        Confidence.valueOf(confidence.toUpperCase(Locale.ROOT)),
                        provisional,
                        List.of()));
    }

    private static PublishedState on(String id, String since, double kelvin, String confidence) {
        return currentState(id, "ON", since, kelvin, confidence, false, "2025-11-04");
    }

    private DashboardSummary summary(String language) {
        return new DashboardSummary(view(), Languages.words(language), now);
    }

    private PublishedSite view() {
        return new PublishedSite(
                SiteFile.parse("""
                        {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652, "simulated": %b,
                         "timeZone": "Asia/Seoul", "scenes": [{"path": 116, "row": 34, "pass": "day"}],
                         "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [], "features": [%s]}
                        """.formatted(simulated, String.join(",", features)), "test"),
                standings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Manifest(
                                "here",
                                1,
                                "test",
                                LocalDate.parse(asOf),
                                "run",
                                simulated,
                                standings,
                                List.of(),
                                List.of())),
                PartReader.of(HistoryStores.inMemory()));
    }

    private String sentence(String language) {
        DashboardSummary.Sentence sentence = summary(language).sentence();
        // Values contain non-breaking spaces.
        return (sentence.lead() + " " + sentence.rest()).replace('\u00a0', ' ');
    }

    @Test
    void afterAReferenceInOperationTheSentenceIsAboutChangesInBothDirections() {
        with("one", currentState("one", "LOWER", "2025-10-27", -8.13, "high", false, "2025-11-04"))
                .with("two", currentState("two", "HIGHER", "2025-11-04", 5, "high", false, "2025-11-04"))
                .with("three", currentState("three", "UNCHANGED", "2025-01-01", 0.1, "high", false, "2025-11-04"));
        assertThat(sentence("en"))
                .isEqualTo("1 of 3 factories is cooler than in its reference period, stopped or slowed: ONE since 27 "
                        + "October 2025 (-8.1 \u00b1 0.9 K); confidence high; the site was last seen on 4 November "
                        + "2025 at 11:11 (Asia/Seoul).");
        assertThat(summary("en").notes())
                .contains("Warmer than in the reference period: TWO.")
                .anyMatch(note -> note.contains("whether it ran then is not known"))
                .anyMatch(note -> note.contains("stopped or slowed"));
        assertThat(sentence("ko")).contains("\uba48\ucdc4\uac70\ub098 \uc904\uc5c8\uc74c");
    }

    @Test
    void whereNothingWasKnownToBeIdleNoTextSaysSo() {
        Words words = Languages.words("en");
        with("one", currentState("one", "UNCHANGED", "2025-01-01", 0.3, "high", false, "2025-11-04"));
        assertThat(new FacilityTexts(view(), words).saysReference()).isTrue();
        assertThat(words.variant("compared").say("column.excess")).isEqualTo("Above reference");
        standings.clear();
        with("two", on("two", "2025-10-27", 8, "high"));
        assertThat(new FacilityTexts(view(), words).saysReference()).isFalse();
    }

    @Test
    void ifNothingChangedTheSentenceCountsTheStates() {
        with("one", currentState("one", "UNCHANGED", "2025-01-01", 0.3, "high", false, "2025-11-04"))
                .with("two", currentState("two", "FALLING", "2025-11-04", -3, "high", false, "2025-11-04"));
        assertThat(sentence("en"))
                .startsWith("No factory is known to have changed since its reference period: 1 as in the reference "
                        + "period, 1 perhaps cooler;");
    }

    @Test
    void theSentenceHasWarmFacilitiesStartConfidenceAndLastPass() {
        with("one", on("one", "2025-10-27", 8.13, "high"))
                .with("two", on("two", "2025-11-04", 10.2, "medium"))
                .with("cold", currentState("cold", "OFF", "2025-01-01", 0.1, "high", false, "2025-11-04"));
        assertThat(sentence("en"))
                .isEqualTo("2 of 3 factories are warmer than when idle: TWO since 4 November 2025 (+10.2 \u00b1 0.9 K) "
                        + "and ONE "
                        + "since 27 October 2025 (+8.1 \u00b1 0.9 K); confidence high for 1, medium for 1; "
                        + "the site was last seen "
                        + "on 4 November 2025 at 11:11 (Asia/Seoul).");
        assertThat(sentence("ko"))
                .startsWith("공장 3곳 중 2곳의")
                .contains("TWO, 2025년 11월 4일부터 (+10.2 \u00b1 0.9 K)")
                .contains("신뢰도 높음 1곳, 보통 1곳");
    }

    @Test
    void aSharedStartIsWrittenOnce() {
        with("one", currentState("one", "ON", "2025-11-04", 8, "medium", true, "2025-11-04"))
                .with("two", currentState("two", "ON", "2025-11-04", 6, "medium", true, "2025-11-04"));
        assertThat(sentence("en"))
                .contains(
                        "ONE (+8.0 \u00b1 0.9 K) and TWO (+6.0 \u00b1 0.9 K); all since 4 November 2025; provisional; "
                                + "confidence medium; ");
        assertThat(summary("en").notes()).anyMatch(note -> note.startsWith("Provisional:"));
    }

    @Test
    void facilitiesThatWereNotSeenAreNotReportedAsCold() {
        with("one", currentState("one", "STALE", "2025-09-20", 8, "high", false, "2025-08-01"))
                .with("two", currentState("two", "OFF", "2024-01-01", 0, "high", false, "2025-08-01"))
                .with("three", PublishedState.unknown("three"));
        assertThat(sentence("en"))
                .isEqualTo(
                        "No factory is known to be warmer than when idle: 1 as when idle, 1 not seen for too long to "
                                + "know, 1 never seen; the site was last seen on 1 August 2025 at 11:11 (Asia/Seoul).");
        assertThat(summary("en").notes())
                .anyMatch(note -> note.startsWith("Not seen for 95 days"))
                .anyMatch(note -> note.endsWith("the state is unknown: ONE."));
    }

    @Test
    void namesHaveTheirCaveats() {
        with("traced", on("traced", "2025-11-04", 9, "high"))
                .with("rough", "facility", 30, false, on("rough", "2025-11-04", 8, "high"))
                .with("guess", "facility", 500, false, on("guess", "2025-11-04", 7, "high"));
        assertThat(sentence("en"))
                .contains("TRACED (+9.0")
                .contains("ROUGH (outline unverified) (+8.0")
                .contains("GUESS (placeholder) (+7.0");
        assertThat(sentence("ko")).contains("ROUGH (윤곽 미확인)").contains("GUESS (임시 윤곽)");
        assertThat(summary("en").notes())
                .anyMatch(note -> note.startsWith("The outlines of 1 of 3 factories are placeholders"));
    }

    @Test
    void aWarmControlIsTheFirstNote() {
        with("one", on("one", "2025-11-04", 9, "high"))
                .with("ruin", "control", 5, true, on("ruin", "2025-11-04", 4, "high"));
        assertThat(sentence("en")).startsWith("1 of 1 factories is warmer");
        assertThat(summary("en").notes().getFirst())
                .startsWith(
                        "Do not trust this result: a control, known to have no heat of its own, appears warm: RUIN");
    }

    @Test
    void atMostSixFacilitiesAreNamed() {
        for (int i = 1; i <= 9; i++) {
            with("f" + i, on("f" + i, "2025-11-04", 10 - i, "high"));
        }
        assertThat(sentence("en"))
                .contains("F6 (+4.0 \u00b1 0.9 K) and 3 more;")
                .doesNotContain("F7");
    }

    @Test
    void oldDataAreNotedUnlessTheyAreSimulated() {
        with("one", on("one", "2025-11-04", 9, "high"));
        now = Instant.parse("2025-11-20T00:00:00Z");
        assertThat(summary("en").notes()).noneMatch(note -> note.startsWith("Old"));
        simulated = false;
        assertThat(summary("en").notes().getFirst())
                .startsWith("Old data: last updated 16 days ago, on 4 November 2025.");
        now = NEXT_DAY;
        assertThat(summary("en").notes()).noneMatch(note -> note.startsWith("Old"));
    }

    @Test
    void anUncountedObservationIsNoted() {
        PublishedState counted = on("one", "2025-11-04", 9, "high");
        PublishedObservation latest = Objects.requireNonNull(counted.latest());
        PublishedObservation uncounted = new PublishedObservation(
                latest.facility(),
                latest.acquisition(),
                latest.acquiredAt(),
                latest.pass(),
                latest.status(),
                /* counted= */ false,
                latest.effectiveKelvin(),
                latest.effectiveStandardError(),
                latest.visibleFraction(),
                latest.z(),
                latest.score(),
                latest.standsOut(),
                latest.state(),
                latest.startSum(),
                latest.confidence(),
                latest.provisional(),
                latest.flags());
        with(
                "one",
                new PublishedState("one", FacilityState.ON, FacilityState.ON, LocalDate.of(2025, 10, 1), uncounted));
        assertThat(summary("en").notes())
                .anyMatch(note -> note.startsWith("The values of ONE are from a suspect pass"));
    }

    @Test
    void anUncalibratedFacilityIsNotReportedAsUnseen() {
        with(
                "one",
                new PublishedState(
                        "one",
                        FacilityState.UNCALIBRATED,
                        FacilityState.UNCALIBRATED,
                        LocalDate.of(2025, 10, 1),
                        null));
        assertThat(sentence("en"))
                .contains("too few reference observations to judge by")
                .doesNotContain("no pass has shown");
    }

    @Test
    void beforeTheFirstPublicationTheSentenceNamesTheCommand() {
        with("one", "facility", 5, true, null);
        assertThat(sentence("en")).contains("Nothing has been published").contains("heatwatch backfill");
        with("two", PublishedState.unknown("two"));
        assertThat(sentence("en")).contains("Nothing is known about the 2 factories");
    }
}
