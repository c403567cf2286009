package org.heatwatch.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.source.SourceHistory;
import org.heatwatch.source.SourceReport;
import org.heatwatch.source.SourceReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source "a" lies 400 m north of factory 3, far from every outline. */
final class SourceAnnouncementsTest {
    private static final String STARTED = "2025-10-03";
    private static final String THIRD_PASS = "2025-10-19";

    private final Watch watch = new Watch();

    private static Story passes() {
        return new Story()
                .pass("2025-09-25")
                .pass("2025-10-03")
                .pass("2025-10-11")
                .pass("2025-10-19");
    }

    private static SourceStory one() {
        return SourceStory.here().warm("a", 24_000, "factory-3", 400, 0, STARTED);
    }

    private List<String> run(Story story, SourceStory sources, String day) {
        return watch.run(story.asOf(day), sources).stream()
                .filter(announcement -> announcement.record().topic().isOfPlace())
                .map(Watch::line)
                .toList();
    }

    private static Story hotSpots(Story story, double north) {
        return story.hotSpot("2025-10-11", "factory-3", north, 0).hotSpot("2025-10-19", "factory-3", north, 10);
    }

    @Test
    void aNewSourceIsAnnouncedOnce() {
        assertThat(run(passes(), one(), THIRD_PASS)).containsExactly("a SOURCE NEW 2025-10-19");
        assertThat(run(passes(), one(), THIRD_PASS)).isEmpty();
        assertThat(AnnouncementPlanner.plan(passes().asOf(THIRD_PASS), one().report(), watch.records())
                        .records())
                .isEmpty();
    }

    @Test
    void aSourceOfTwoPassesIsNotAnnouncedYetButItsHotSpotsAre() {
        SourceStory early = SourceStory.here().observed(2).warm("a", 24_000, "factory-3", 400, 0, STARTED);
        assertThat(run(passes(), early, THIRD_PASS)).isEmpty();
        assertThat(run(hotSpots(passes(), 400), early, "2025-10-20"))
                .singleElement()
                .matches(line -> line.contains("HOT_PLACE NEW"));
        assertThat(run(hotSpots(passes(), 400), one(), "2025-10-21")).isEmpty();
    }

    @Test
    void severalNewSourcesAreOrderedByAmount() {
        SourceStory sources = SourceStory.here()
                .warm("weak", 8_000, "factory-3", 400, 0, STARTED)
                .warm("strong", 30_000, "factory-3", -400, 0, STARTED)
                .warm("medium", 12_000, "factory-3", 0, 400, STARTED);
        assertThat(watch.run(passes().asOf(THIRD_PASS), sources))
                .extracting(announcement -> announcement.record().subject())
                .containsExactly("strong", "medium", "weak");
    }

    @Test
    void aSourceThatMovesOrIsNamedAnewIsNotAnnouncedAgain() {
        run(passes(), one(), THIRD_PASS);
        assertThat(run(passes(), SourceStory.here().warm("a", 24_000, "factory-3", 420, 0, STARTED), "2025-10-20"))
                .as("moved by 20 m")
                .isEmpty();
        assertThat(run(passes(), SourceStory.here().warm("b", 24_000, "factory-3", 400, 40, STARTED), "2025-10-21"))
                .as("of another id")
                .isEmpty();
        assertThat(run(passes(), SourceStory.here().warm("a", 24_000, "factory-3", 400, 0, "2025-10-11"), "2025-10-27"))
                .as("warm from another day on")
                .isEmpty();
    }

    @Test
    void aPartOfASourceThatIsSeparatedFromItIsNotAnnouncedAgain() {
        run(passes(), one(), THIRD_PASS);
        SourceStory both = SourceStory.here()
                .warm("a", 14_000, "factory-3", 360, 0, STARTED)
                .warm("b", 10_000, "factory-3", 440, 0, STARTED);
        assertThat(run(passes(), both, "2025-10-20")).isEmpty();
    }

    @Test
    void aBackfillOfYearsIsRecordedWithoutMails() {
        SourceStory old = SourceStory.here();
        for (int i = 0; i < 35; i++) {
            old.warm("source-" + i, 9_000, "factory-3", 400 + 200 * i, 0, "2024-03-01");
        }
        assertThat(run(passes(), old, THIRD_PASS)).isEmpty();
        assertThat(watch.records())
                .filteredOn(record -> record.topic() == Topic.SOURCE)
                .hasSize(35)
                .noneMatch(AnnouncementRecord::announced);
        assertThat(run(passes(), old.warm("new", 24_000, "factory-3", -400, 0, STARTED), THIRD_PASS))
                .as("a later start is announced")
                .containsExactly("new SOURCE NEW 2025-10-19");
    }

    @Test
    void aSourceAtANamedOutlineIsLeftToItsFacility() {
        SourceStory atFactory = SourceStory.here().warm("a", 24_000, "factory-3", 0, 90, STARTED);
        assertThat(run(passes(), atFactory, THIRD_PASS)).isEmpty();
        assertThat(run(passes(), SourceStory.here().warm("a", 24_000, "factory-3", 0, 115, STARTED), "2025-10-20"))
                .as("then farther than 60 m from it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {400, 310, 490})
    void aPlaceWhoseHotSpotsWereAnnouncedIsNotAnnouncedAsASource(double north) {
        Story story = hotSpots(passes(), north);
        assertThat(watch.run(story.asOf(THIRD_PASS))).hasSize(1);
        assertThat(run(story, one(), "2025-10-20")).isEmpty();
        assertThat(run(story, one(), "2025-10-21")).isEmpty();
    }

    @Test
    void hotSpotsOfAnAnnouncedSourceAreNotAnnounced() {
        run(passes(), one(), THIRD_PASS);
        Story story = hotSpots(passes(), 330);
        assertThat(run(story, one(), "2025-10-20")).isEmpty();
        assertThat(watch.run(story.asOf("2025-10-21")))
                .as("nor if the composite cannot be searched")
                .isEmpty();
        assertThat(run(story, SourceStory.here(), "2025-10-22"))
                .as("nor if the source is lost, which they confirm")
                .isEmpty();
    }

    @Test
    void hotSpotsAndASourceOfOneRunAreOneAnnouncement() {
        assertThat(run(hotSpots(passes(), 400), one(), THIRD_PASS)).containsExactly("a SOURCE NEW 2025-10-19");
    }

    @Test
    void anAnnouncedHotSpotIsNotWithdrawnWhileASourceConfirmsIt() {
        watch.run(hotSpots(passes(), 400).asOf(THIRD_PASS));
        assertThat(run(passes(), one(), "2025-10-20")).isEmpty();
        assertThat(run(passes(), SourceStory.here(), "2025-10-21"))
                .singleElement()
                .matches(line -> line.contains("HOT_PLACE WITHDRAWN"));
    }

    @Test
    void anEndIsAnnouncedOnceIfTheStartWas() {
        SourceStory ended = SourceStory.here().ended("a", 24_000, "factory-3", 400, 0, STARTED, "2025-10-27");
        assertThat(run(passes(), ended, "2025-11-20"))
                .as("the end is in the announcement of the start")
                .containsExactly("a SOURCE NEW 2025-10-19");
        Watch other = new Watch();
        other.run(passes().asOf(THIRD_PASS), one());
        assertThat(other.run(passes().asOf("2025-11-20"), ended))
                .extracting(Watch::line)
                .containsExactly("a SOURCE_ENDED NEW 2025-11-20");
        SourceStory moved = SourceStory.here().ended("b", 24_000, "factory-3", 415, 10, STARTED, "2025-10-19");
        assertThat(other.run(passes().asOf("2025-11-21"), moved)).isEmpty();
    }

    @Test
    void theEndOfASourceWhoseStartWasNotAnnouncedIsRecordedOnly() {
        run(passes(), SourceStory.here().warm("a", 24_000, "factory-3", 400, 0, "2024-03-01"), THIRD_PASS);
        SourceStory ended = SourceStory.here().ended("a", 24_000, "factory-3", 400, 0, "2024-03-01", "2025-10-27");
        assertThat(run(passes(), ended, "2025-11-20")).isEmpty();
        assertThat(watch.records()).anyMatch(record -> record.topic() == Topic.SOURCE_ENDED && !record.announced());
    }

    @Test
    void theEndOfAPlaceWhoseHotSpotsWereAnnouncedIsAnnounced() {
        Story story = hotSpots(passes(), 400);
        watch.run(story.asOf(THIRD_PASS));
        run(story, one(), "2025-10-20");
        assertThat(run(
                        story,
                        SourceStory.here().ended("a", 24_000, "factory-3", 400, 0, STARTED, "2025-10-27"),
                        "2025-11-20"))
                .containsExactly("a SOURCE_ENDED NEW 2025-11-20");
    }

    @Test
    void aSourceThatIsWarmAfterAllIsCorrected() {
        run(passes(), one(), THIRD_PASS);
        SourceStory ended = SourceStory.here().ended("a", 24_000, "factory-3", 400, 0, STARTED, "2025-10-27");
        run(passes(), ended, "2025-11-20");
        assertThat(run(passes(), one(), "2025-11-28")).containsExactly("a SOURCE_ENDED WITHDRAWN 2025-11-20");
        assertThat(run(passes(), ended, "2025-12-06")).containsExactly("a SOURCE_ENDED REINSTATED 2025-11-20");
    }

    @Test
    void aLostSourceIsWithdrawnAndReinstatedIfItIsFoundAgain() {
        run(passes(), one(), THIRD_PASS);
        assertThat(run(passes(), SourceStory.here(), "2025-12-20")).containsExactly("a SOURCE WITHDRAWN 2025-10-19");
        assertThat(run(passes(), SourceStory.here(), "2025-12-21")).isEmpty();
        assertThat(run(passes(), SourceStory.here().warm("a", 24_000, "factory-3", 410, 0, "2025-10-11"), "2025-12-22"))
                .containsExactly("a SOURCE REINSTATED 2025-10-27 before 2025-10-19");
    }

    @Test
    void recordsStayIfNoCompositeCanBeSearched() {
        run(passes(), one(), THIRD_PASS);
        assertThat(watch.run(passes().asOf("2025-10-20"))).isEmpty();
        assertThat(run(passes(), one(), "2025-10-21")).isEmpty();
    }

    @Test
    void aSourceThatIsWarmAgainMoreThanAYearAfterItsEndIsNew() {
        run(
                passes(),
                SourceStory.here().ended("a", 24_000, "factory-3", 400, 0, "2022-03-01", "2023-03-01"),
                "2025-09-01");
        assertThat(run(passes(), one(), THIRD_PASS)).containsExactly("a SOURCE NEW 2025-10-19");
        assertThat(watch.records())
                .filteredOn(record -> record.topic() == Topic.SOURCE_ENDED)
                .allMatch(AnnouncementRecord::valid);
        assertThat(run(passes(), one(), "2025-10-20")).isEmpty();
    }

    @Test
    void anEditOfTheSiteAnnouncesNoSourceOfThePast() {
        ScoringRun before = new ScoringRun(1, LocalDate.parse(THIRD_PASS), LocalDate.parse(THIRD_PASS), "before");
        assertThat(AnnouncementPlanner.planAfterEdit(passes().asOf(THIRD_PASS), one().report(), List.of(), before)
                        .announcements())
                .noneMatch(announcement -> announcement.record().topic() == Topic.SOURCE);
    }

    @Test
    void theDigestListsWhatWasRecordedInItsWeeks() {
        SourceStory old = SourceStory.here().warm("a", 24_000, "factory-3", 400, 0, "2024-03-01");
        run(passes(), old, "2025-10-16");
        SiteHistory monday = passes().asOf("2025-10-20");
        AnnouncementPlan plan = AnnouncementPlanner.plan(monday, old.report(), watch.records());
        assertThat(plan.announcements())
                .extracting(Watch::line)
                .containsExactly("week DIGEST NEW 2025-10-19 before 2025-10-13", "a SOURCE NEW 2024-03-17");
        assertThat(plan.announcements()).allMatch(announcement -> announcement.kind() == Kind.DIGEST);
        List<AnnouncementRecord> records = new ArrayList<>(watch.records());
        records.addAll(plan.records());
        assertThat(AnnouncementPlanner.plan(passes().pass("2025-10-22").asOf("2025-10-27"), old.report(), records)
                        .announcements())
                .extracting(announcement -> announcement.record().topic())
                .containsExactly(Topic.DIGEST);
    }

    @Test
    void theAnnouncementFollowsFromTheThirdObservationOfASource() {
        ReportedSources reported = ReportedSources.of(SourceReports.of(Story.SITE, LocalDate.of(2025, 6, 30)));
        ReportedSource warm = reported.source("source-1").orElseThrow();
        assertThat(warm.start().date()).isEqualTo(SourceReports.FROM.plusDays(32));
        assertThat(warm.end()).isEmpty();
        ReportedSource ended = reported.source("source-2").orElseThrow();
        assertThat(ended.end().orElseThrow().date())
                .isEqualTo(ended.source().lastSeen().plusDays(48));
    }

    @Test
    void aSourceThatTurnedOnLaterIsAnnouncedAsOfThatPass() {
        SourceReport report = SourceReports.of(Story.SITE, LocalDate.of(2025, 6, 30));
        SourceHistory known = report.histories().getFirst();
        Story story = new Story();
        SourceReports.FROM
                .datesUntil(LocalDate.of(2025, 6, 1), Period.ofDays(16))
                .forEach(day -> story.pass(day.toString()));
        FeatureHistory late = story.pass("2025-06-05", "factory-1", 6)
                .pass("2025-06-13", "factory-1", 6)
                .pass("2025-06-21", "factory-1", 6)
                .asOf("2025-06-30")
                .feature("factory-1")
                .orElseThrow();
        List<SourceHistory> histories = List.of(
                new SourceHistory(known.id(), known.place(), late, known.span()),
                report.histories().getLast());
        ReportedSources reported =
                ReportedSources.of(new SourceReport(report.sources(), histories, report.composite()));
        assertThat(reported.source("source-1").orElseThrow().start().date()).isEqualTo("2025-06-13");
    }

    /** Ten warm places are seen in random runs, with errors of the position, other ids and lost weak ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noPlaceIsAnnouncedTwiceHoweverItsSourceChanges(int seed) {
        Random random = new Random(seed);
        List<Announcement> all = new ArrayList<>();
        LocalDate day = LocalDate.of(2025, 10, 1);
        Story story = new Story();
        for (int run = 0; run < 40; run++) {
            day = day.plusDays(1 + random.nextInt(4));
            story.pass(day.toString());
            List<Integer> places = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
            Collections.shuffle(places, random);
            SourceStory sources = SourceStory.here();
            for (int place : places) {
                LocalDate from = LocalDate.of(2025, 9, 1).plusDays(8L * place);
                double north = 500 + 300 * place + 10 * Math.clamp(random.nextGaussian(), -2, 2);
                double east = 10 * Math.clamp(random.nextGaussian(), -2, 2);
                if (from.plusDays(20).isAfter(day) || random.nextDouble() < 0.1) {
                    continue;
                }
                if (random.nextDouble() < 0.2) {
                    story.hotSpot(day.toString(), "factory-3", north, east);
                }
                String id = random.nextDouble() < 0.8 ? "source-" + place : "source-" + place + "-" + run;
                sources.warm(
                        id,
                        9_000,
                        "factory-3",
                        north,
                        east,
                        from.plusDays(random.nextInt(5)).toString());
            }
            Optional<ReportedSources> report = random.nextDouble() < 0.1 ? Optional.empty() : sources.report();
            List<AnnouncementRecord> shuffled = new ArrayList<>(watch.records());
            Collections.shuffle(shuffled, random);
            SiteHistory history = story.asOf(day.toString());
            assertThat(AnnouncementPlanner.plan(history, report, shuffled))
                    .isEqualTo(AnnouncementPlanner.plan(history, report, watch.records()));
            all.addAll(report.isPresent() ? watch.run(history, sources) : watch.run(history));
        }
        assertThat(all).anyMatch(announcement -> announcement.change() == Announcement.Change.NEW);
        assertNoPlaceIsAnnouncedTwice(all);
    }

    /** A place that was withdrawn may be announced again. */
    private static void assertNoPlaceIsAnnouncedTwice(List<Announcement> announcements) {
        Map<String, UtmPosition> announced = new HashMap<>();
        for (Announcement announcement : announcements) {
            String key = announcement.record().key();
            UtmPosition place = announcement.record().place().orElseThrow();
            if (announcement.change() == Announcement.Change.WITHDRAWN) {
                assertThat(announced.remove(key)).isNotNull();
            } else if (announcement.change() != Announcement.Change.MOVED) {
                assertThat(announced.values()).allMatch(known -> known.distance(place) > 120);
                announced.put(key, place);
            }
        }
    }
}
