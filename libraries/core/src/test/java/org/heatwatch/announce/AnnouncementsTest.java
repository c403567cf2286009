package org.heatwatch.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** The first and second passes are cold; factory 1 is hot from the third on. */
final class AnnouncementsTest {
    private final Watch watch = new Watch();

    private static Story hot() {
        return new Story()
                .pass("2025-09-17")
                .pass("2025-09-25")
                .pass("2025-10-03", "factory-1", 6)
                .pass("2025-10-11", "factory-1", 6)
                .pass("2025-10-19", "factory-1", 6);
    }

    private static List<String> lines(List<News> news) {
        return news.stream().map(Watch::line).toList();
    }

    @Test
    void aStartIsTold_andNeverAgain() {
        assertThat(lines(watch.run(hot().asOf("2025-10-03")))).containsExactly("factory-1 SUSPECT NEW 2025-10-03");
        assertThat(watch.run(hot().asOf("2025-10-03"))).isEmpty();
        assertThat(lines(watch.run(hot().asOf("2025-10-19")))).containsExactly("factory-1 ON NEW 2025-10-11");
        assertThat(watch.run(hot().pass("2025-10-27", "factory-1", 6).asOf("2025-10-27")))
                .isEmpty();
    }

    @Test
    void aStopIsTold_andANewStartAfterItToo() {
        Story story = hot();
        watch.run(story.asOf("2025-10-19"));
        List.of("2025-10-27", "2025-11-04", "2025-11-12", "2025-11-20", "2025-11-28")
                .forEach(story::pass);
        assertThat(lines(watch.run(story.asOf("2025-11-28")))).containsExactly("factory-1 OFF NEW 2025-11-28");
        story.pass("2025-12-06", "factory-1", 6).pass("2025-12-14", "factory-1", 6);
        assertThat(lines(watch.run(story.asOf("2025-12-14"))))
                .containsExactlyInAnyOrder("factory-1 ON NEW 2025-12-14", "factory-1 SUSPECT NEW 2025-12-06");
    }

    @Test
    void aStartThatMovesIsRevised() {
        Story story = hot().cloudy("2025-10-11");
        assertThat(lines(watch.run(story.asOf("2025-10-19")))).contains("factory-1 ON NEW 2025-10-19");
        assertThat(lines(watch.run(hot().asOf("2025-10-19"))))
                .containsExactly("factory-1 ON MOVED 2025-10-11 before 2025-10-19");
    }

    @Test
    void aStartThatBetterDataWithdrawIsRevisedHoweverOld_andReinstatedIfItStandsAfterAll() {
        watch.run(hot().asOf("2025-10-19"));
        Story cold =
                hot().pass("2025-10-03").pass("2025-10-11").pass("2025-10-19").pass("2026-02-01");
        assertThat(lines(watch.run(cold.asOf("2026-02-01"))))
                .contains("factory-1 ON WITHDRAWN 2025-10-11", "factory-1 SUSPECT WITHDRAWN 2025-10-03");
        assertThat(watch.run(cold.asOf("2026-02-01"))).isEmpty();
        assertThat(lines(watch.run(hot().pass("2026-02-01").asOf("2026-02-01"))))
                .contains("factory-1 ON REINSTATED 2025-10-11");
    }

    @Test
    void aStartThatProvesToBeOlderThanNewsIsMovedAndNotTakenBack() {
        Story story = new Story()
                .pass("2025-09-17")
                .pass("2025-11-04", "factory-1", 6)
                .pass("2025-11-12", "factory-1", 6);
        assertThat(lines(watch.run(story.asOf("2025-11-12")))).contains("factory-1 ON NEW 2025-11-12");
        story.pass("2025-09-25", "factory-1", 6).pass("2025-10-01", "factory-1", 6);
        assertThat(lines(watch.run(story.asOf("2025-11-20"))))
                .contains("factory-1 ON MOVED 2025-10-01 before 2025-11-12")
                .noneMatch(line -> line.contains("ON WITHDRAWN"));
    }

    @Test
    void whatHappenedLongAgoIsKnownAndNotTold() {
        Story story = hot().pass("2025-10-27", "factory-1", 6).pass("2025-11-04", "factory-1", 6);
        assertThat(watch.run(story.asOf("2025-11-26"))).isEmpty();
        assertThat(watch.markers()).anyMatch(m -> m.topic() == Topic.ON && !m.told());
        assertThat(lines(new Watch().run(story.asOf("2025-11-25")))).containsExactly("factory-1 ON NEW 2025-10-11");
    }

    @Test
    void anEditOfTheSiteIsSilentAboutThePast_andNotAboutWhatComesAfter() {
        Story before = new Story().pass("2025-09-17").pass("2025-09-25");
        watch.run(before.asOf("2025-10-11"));
        Story edited = before.pass("2025-10-03", "factory-1", 6)
                .pass("2025-10-11", "factory-1", 6)
                .pass("2025-10-19", "factory-1", 6, "factory-2", 6)
                .pass("2025-10-27", "factory-1", 6, "factory-2", 6);
        assertThat(watch.runAfterEdit(edited.asOf("2025-10-11"), "2025-10-11")).isEmpty();
        assertThat(watch.markers()).anyMatch(m -> m.subject().equals("factory-1") && m.stands() && !m.told());
        assertThat(lines(watch.run(edited.asOf("2025-10-27"))))
                .containsExactlyInAnyOrder("factory-2 ON NEW 2025-10-27", "factory-2 SUSPECT NEW 2025-10-19");
    }

    @Test
    void anEditThatTakesATellingBackIsSilent_andAStartAfterItIsNews() {
        watch.run(hot().asOf("2025-10-19"));
        Story edited = hot().pass("2025-10-03").pass("2025-10-11").pass("2025-10-19");
        assertThat(watch.runAfterEdit(edited.asOf("2025-10-19"), "2025-10-19")).isEmpty();
        assertThat(watch.markers())
                .filteredOn(m -> m.subject().equals("factory-1"))
                .noneMatch(Marker::stands);
        Story hotAgain = edited.pass("2025-10-27", "factory-1", 6).pass("2025-11-04", "factory-1", 6);
        assertThat(lines(watch.run(hotAgain.asOf("2025-11-04")))).contains("factory-1 ON NEW 2025-11-04");
    }

    @Test
    void afterFortyEightDaysWithoutALookItIsStaleByTheDateAlone() {
        Story story = new Story().pass("2025-09-17").pass("2025-09-25").cloudy("2025-10-03");
        assertThat(watch.run(story.asOf("2025-11-11"))).isEmpty();
        assertThat(lines(watch.run(story.asOf("2025-11-12"))))
                .containsExactly(
                        "factory-1 STALE NEW 2025-11-12",
                        "factory-2 STALE NEW 2025-11-12",
                        "factory-3 STALE NEW 2025-11-12");
        assertThat(watch.run(story.pass("2025-11-20").asOf("2025-11-20"))).isEmpty();
    }

    @Test
    void aLateLookInBetweenTakesStaleBack() {
        Story story = new Story().pass("2025-09-17").pass("2025-09-25");
        watch.run(story.asOf("2025-11-12"));
        assertThat(lines(watch.run(story.pass("2025-11-04").asOf("2025-11-13"))))
                .contains("factory-1 STALE WITHDRAWN 2025-11-12");
    }

    @Test
    void aWarmLookThatDoesNotStandOutAmongAllWaitsForTheDigest() {
        Story story = new Story().pass("2025-10-19").pass("2025-10-28", "factory-1", 2.6);
        assertThat(watch.run(story.asOf("2025-11-03"))).isEmpty();
        News digest = Watch.digest(story.asOf("2025-11-03"), List.of()).orElseThrow();
        assertThat(digest.marker().date()).isEqualTo(LocalDate.of(2025, 11, 2));
        String text = Mails.of(Story.SITE, story.asOf("2025-11-03"), List.of(digest), "run")
                .getFirst()
                .text();
        assertThat(text)
                .startsWith("2025-10-27 to 2025-11-02: one pass (seen), one change.")
                .contains("OFF -> SUSPECT");
    }

    @Test
    void aWeekUnderCloudIsNotAWeekWithoutChange() {
        Story story = new Story().pass("2025-10-11").cloudy("2025-10-27");
        News digest = Watch.digest(story.asOf("2025-11-03"), List.of()).orElseThrow();
        assertThat(Mails.of(Story.SITE, story.asOf("2025-11-03"), List.of(digest), "run")
                        .getFirst()
                        .text())
                .startsWith("2025-10-27 to 2025-11-02: one pass (not seen), so that nothing new is known.");
    }

    @Test
    void aDigestComesOnceAWeekAndCoversWeeksThatWereMissed() {
        Story story = new Story().pass("2025-10-11").pass("2025-10-19").pass("2025-10-27");
        News first = Watch.digest(story.asOf("2025-10-13"), List.of()).orElseThrow();
        List<Marker> told = List.of(first.marker());
        assertThat(Watch.digest(story.asOf("2025-10-19"), told)).isEmpty();
        News next = Watch.digest(story.asOf("2025-11-03"), told).orElseThrow();
        assertThat(next.before()).contains(LocalDate.of(2025, 10, 13));
        assertThat(next.marker().date()).isEqualTo(LocalDate.of(2025, 11, 2));
        assertThat(Watch.digest(story.asOf("2025-11-05"), List.of(first.marker(), next.marker())))
                .isEmpty();
        assertThat(Watch.digest(story.asOf("2025-11-17"), List.of(first.marker(), next.marker())))
                .isEmpty();
    }

    @Test
    void aHotControlIsForThoseWhoRunTheWatch() {
        Story story =
                new Story().pass("2025-09-17").pass("2025-10-03", "control", 6).pass("2025-10-11", "control", 6);
        assertThat(watch.run(story.asOf("2025-10-11"))).isNotEmpty().allMatch(n -> n.kind() == Kind.OPERATIONS);
    }

    @Test
    void aPlaceholderIsNeverNamed_butAPlaceThatIsHotInTwoPassesIsTold() {
        Story story = new Story(SiteFile.parse(Story.site("Secret", 500, false), "placeholders.geojson"))
                .pass("2025-09-17")
                .pass("2025-10-03", "factory-1", 6)
                .hotSpot("2025-10-03", "factory-1", 10, 0)
                .pass("2025-10-11", "factory-1", 6)
                .hotSpot("2025-10-11", "factory-1", -15, 10)
                .pass("2025-10-19", "factory-1", 6)
                .hotSpot("2025-10-19", "factory-1", 0, 20);
        assertThat(watch.run(story.asOf("2025-10-03"))).isEmpty();
        SiteHistory history = story.asOf("2025-10-19");
        List<News> news = watch.run(history);
        assertThat(Mails.of(story.site(), history, news, "run")).singleElement().satisfies(mail -> {
            assertThat(mail.subject() + mail.text() + mail.json()).doesNotContain("Secret", "factory-");
            assertThat(mail.text()).contains("hot in two passes", "3 facilities have no known place");
        });
        assertThat(news).singleElement().matches(n -> n.marker().topic() == Topic.HOT_PLACE);
        assertThat(watch.run(story.asOf("2025-10-19"))).isEmpty();
    }

    @Test
    void aHotSpotOnANamedRoofIsThatRoofs_andOneFarFromAllIsAPlace() {
        Story story = hot().hotSpot("2025-10-03", "factory-1", 0, 0)
                .hotSpot("2025-10-11", "factory-1", 0, 0)
                .hotSpot("2025-10-03", "factory-3", 400, 0)
                .hotSpot("2025-10-11", "factory-3", 430, 30);
        assertThat(watch.run(story.asOf("2025-10-19")).stream()
                        .filter(n -> n.marker().topic() == Topic.HOT_PLACE))
                .hasSize(1);
    }

    @Test
    void placesFarApartAreTwoAndAPlaceThatMovesALittleIsOne() {
        Story story = new Story()
                .pass("2025-10-03")
                .hotSpot("2025-10-03", "factory-3", 400, 0)
                .hotSpot("2025-10-03", "factory-3", 400, -300)
                .pass("2025-10-11")
                .hotSpot("2025-10-11", "factory-3", 430, 30)
                .hotSpot("2025-10-11", "factory-3", 390, -310);
        assertThat(lines(watch.run(story.asOf("2025-10-11"))))
                .hasSize(2)
                .allMatch(line -> line.matches("place-\\d+-\\d+ HOT_PLACE NEW 2025-10-11"));
    }

    @Test
    void aPlaceIsComparedWithWhatWasSaidOfTheSamePlace() {
        for (boolean westMoves : new boolean[] {true, false}) {
            Watch own = new Watch();
            Story story = new Story()
                    .pass("2025-10-03")
                    .hotSpot("2025-10-03", "factory-3", 400, 0)
                    .hotSpot("2025-10-03", "factory-3", 400, -300)
                    .pass("2025-10-11")
                    .hotSpot("2025-10-11", "factory-3", 400, 0)
                    .hotSpot("2025-10-11", "factory-3", 400, -300);
            own.run(story.asOf("2025-10-11"));
            story.without("2025-10-11")
                    .pass("2025-10-11")
                    .hotSpot("2025-10-11", "factory-3", 400, westMoves ? 0 : -300)
                    .pass("2025-10-19")
                    .hotSpot("2025-10-19", "factory-3", 400, westMoves ? -300 : 0);
            List<News> news = own.run(story.asOf("2025-10-19"));
            assertThat(news).singleElement().satisfies(moved -> {
                assertThat(moved.change()).isEqualTo(News.Change.MOVED);
                assertThat(moved.marker().subject())
                        .isEqualTo(moved.occurrence().orElseThrow().subject());
            });
        }
    }

    @Test
    void aPlaceThatWasHotMoreThanAYearAgoIsNewAgain() {
        Story story = new Story()
                .pass("2024-10-03")
                .hotSpot("2024-10-03", "factory-3", 400, 0)
                .pass("2025-10-03")
                .hotSpot("2025-10-03", "factory-3", 400, 0);
        assertThat(watch.run(story.asOf("2025-10-03")))
                .as("a year ago is no second time")
                .filteredOn(n -> n.marker().topic() == Topic.HOT_PLACE)
                .isEmpty();
        story.pass("2025-10-11").hotSpot("2025-10-11", "factory-3", 400, 0);
        assertThat(watch.run(story.asOf("2025-10-11")))
                .filteredOn(n -> n.marker().topic() == Topic.HOT_PLACE)
                .hasSize(1);
    }

    @Test
    void hotSpotsOfAPassThatIsNotTrustedAreNoPlaces() {
        Story story = new Story()
                .pass("2025-10-03")
                .hotSpot("2025-10-03", "factory-3", 400, 0)
                .pass("2025-10-11")
                .hotSpot("2025-10-11", "factory-3", 400, 0)
                .suspect("2025-10-11", "reference parcels stray");
        assertThat(watch.run(story.asOf("2025-10-11"))).isEmpty();
    }

    @Test
    void aSecondStartWithoutAStopInBetweenThatWasToldIsTheSame() {
        Story story = hot();
        watch.run(story.asOf("2025-10-19"));
        // Hidden so long that it grows stale, and on when it is seen again.
        story.cloudy("2025-11-20").pass("2025-12-14", "factory-1", 6).pass("2025-12-22", "factory-1", 6);
        assertThat(lines(watch.run(story.asOf("2025-12-22"))))
                .noneMatch(line -> line.startsWith("factory-1 ON"))
                .contains("factory-1 STALE NEW 2025-12-06");
    }

    @Test
    void aSuspicionThatComesAndGoesWithinAnEpisodeIsToldOnce() {
        Story story = new Story()
                .pass("2025-09-17")
                .pass("2025-09-25", "factory-1", 4)
                .pass("2025-10-03", "factory-1", -4)
                .pass("2025-10-11", "factory-1", -4)
                .pass("2025-10-19", "factory-1", 4);
        assertThat(lines(watch.run(story.asOf("2025-10-19")))).containsExactly("factory-1 SUSPECT NEW 2025-09-25");
        story.pass("2025-10-27", "factory-1", -4)
                .pass("2025-11-04", "factory-1", -4)
                .pass("2025-11-12", "factory-1", 4);
        assertThat(lines(watch.run(story.asOf("2025-11-12"))))
                .as("24 days after it was said it is said again")
                .containsExactly("factory-1 SUSPECT NEW 2025-11-12");
    }

    @Test
    void aStaleFacilityIsToldAndAStaleControlIsNot() {
        Story story = new Story().pass("2025-09-17");
        assertThat(watch.run(story.asOf("2025-11-20"))).hasSize(3).allMatch(n -> n.kind() == Kind.STALE);
    }

    @Test
    void whatIsOppositeEndsAnEpisode() {
        for (Topic topic : Topic.values()) {
            assertThat(List.of(Topic.values()))
                    .filteredOn(topic::isOppositeOf)
                    .containsExactlyElementsOf(
                            switch (topic) {
                                case OFF -> List.of(Topic.ON, Topic.SUSPECT);
                                case ON -> List.of(Topic.OFF);
                                case SUSPECT, STALE, HOT_PLACE, DIGEST -> List.of();
                            });
        }
    }

    @Test
    void eachChangeOfWhatWasSaidIsOneRevisionMore() {
        Story late = hot().cloudy("2025-10-11");
        watch.run(late.asOf("2025-10-19"));
        watch.run(hot().asOf("2025-10-19"));
        watch.run(late.asOf("2025-10-19"));
        assertThat(watch.markers())
                .filteredOn(m -> m.topic() == Topic.ON)
                .singleElement()
                .satisfies(m -> assertThat(m.revision()).isEqualTo(2));
    }

    /** Of what follows from the date alone the day of the run before tells, of the rest its latest pass. */
    @Test
    void afterAnEditWhatFellDueBeforeTheLastRunIsKnown() {
        SiteHistory history =
                new Story().pass("2025-08-28").cloudy("2025-10-11").asOf("2025-10-21");
        LocalDate through = LocalDate.of(2025, 8, 28);
        assertThat(Announcements.dueAfterEdit(
                                history, List.of(), new LastRun(1, through, LocalDate.of(2025, 10, 20), "run"))
                        .news())
                .noneMatch(n -> n.kind() == Kind.STALE);
        assertThat(Announcements.dueAfterEdit(
                                history, List.of(), new LastRun(1, through, LocalDate.of(2025, 10, 10), "run"))
                        .news())
                .filteredOn(n -> n.kind() == Kind.STALE)
                .hasSize(3);
    }

    @Test
    void whatWasSilentlyTakenBackAndHappensAgainHasANameOfItsOwn() {
        watch.run(hot().asOf("2025-11-26"));
        Story cold = hot().pass("2025-10-03").pass("2025-10-11").pass("2025-10-19");
        assertThat(watch.run(cold.asOf("2025-11-26"))).isEmpty();
        assertThat(watch.run(hot().asOf("2025-11-26"))).isEmpty();
        assertThat(watch.markers())
                .filteredOn(m -> m.topic() == Topic.ON)
                .extracting(Marker::episode, Marker::stands)
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2025, 10, 11), false), tuple(LocalDate.of(2025, 10, 12), true));
    }

    @Test
    void whatElseWasSaidPutsNoDigestOff() {
        SiteHistory history = new Story().pass("2025-10-27").asOf("2025-11-03");
        LocalDate monday = LocalDate.of(2025, 11, 3);
        Marker other = new Marker("factory-1", Topic.ON, monday, monday, true, true, Optional.empty(), 0);
        assertThat(Watch.digest(history, List.of(other))).isPresent();
    }
}
