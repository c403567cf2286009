package org.heatwatch.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.mail.MailComposer;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** In most tests the first two passes are cold, and factory 1 is hot from the third on. */
final class AnnouncementPlannerTest {
    private final Watch watch = new Watch();

    private static Story hot() {
        return new Story()
                .pass("2025-09-17")
                .pass("2025-09-25")
                .pass("2025-10-03", "factory-1", 6)
                .pass("2025-10-11", "factory-1", 6)
                .pass("2025-10-19", "factory-1", 6);
    }

    private static List<String> lines(List<Announcement> announcements) {
        return announcements.stream().map(Watch::line).toList();
    }

    @Test
    void aStartIsAnnouncedOnce() {
        assertThat(lines(watch.run(hot().asOf("2025-10-03")))).containsExactly("factory-1 SUSPECT NEW 2025-10-03");
        assertThat(watch.run(hot().asOf("2025-10-03"))).isEmpty();
        assertThat(lines(watch.run(hot().asOf("2025-10-19")))).containsExactly("factory-1 ON NEW 2025-10-11");
        assertThat(watch.run(hot().pass("2025-10-27", "factory-1", 6).asOf("2025-10-27")))
                .isEmpty();
    }

    @Test
    void aBetterProductOfAnotherRowIsNoSecondStart() {
        watch.run(hot().asOf("2025-10-19"));
        Story inBothRows = hot().inNextRow("2025-10-03").inNextRow("2025-10-11");
        assertThat(watch.run(inBothRows.asOf("2025-10-19"))).isEmpty();
        assertThat(watch.run(hot().asOf("2025-10-19"))).isEmpty();
    }

    @Test
    void aBetterProductOfAnotherRowMayWithdrawAStart() {
        watch.run(hot().asOf("2025-10-11"));
        Story cold = hot().pass("2025-10-11").inNextRow("2025-10-11");
        assertThat(lines(watch.run(cold.asOf("2025-10-11")))).containsExactly("factory-1 ON WITHDRAWN 2025-10-11");
    }

    @Test
    void aHeatSourceInTwoProductsOfOneOverpassIsNotConfirmed() {
        Story once = new Story().pass("2025-10-11").hotSpot("2025-10-11", "factory-1", 300, 0);
        SiteHistory history = once.asOf("2025-10-11");
        SiteHistory inNextRow = once.inNextRow("2025-10-11").asOf("2025-10-11");
        SiteHistory both = new SiteHistory(
                history.siteId(),
                history.asOf(),
                history.regimes(),
                List.of(history.scenes().getFirst(), inNextRow.scenes().getFirst()),
                history.features());
        assertThat(watch.run(both)).isEmpty();
        once.pass("2025-10-19").hotSpot("2025-10-19", "factory-1", 300, 0);
        assertThat(watch.run(once.asOf("2025-10-19"))).hasSize(1);
    }

    @Test
    void aStopAndTheNextStartAreAnnounced() {
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
    void aStartThatMovesIsCorrected() {
        Story story = hot().cloudy("2025-10-11");
        assertThat(lines(watch.run(story.asOf("2025-10-19")))).contains("factory-1 ON NEW 2025-10-19");
        assertThat(lines(watch.run(hot().asOf("2025-10-19"))))
                .containsExactly("factory-1 ON MOVED 2025-10-11 before 2025-10-19");
    }

    @Test
    void aStartThatBetterDataDisproveIsWithdrawnAtAnyAgeAndReinstatedIfConfirmed() {
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
    void aStartThatProvesToBeTooOldIsMovedNotWithdrawn() {
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
    void anOldEventIsRecordedWithoutAnAnnouncement() {
        Story story = hot().pass("2025-10-27", "factory-1", 6).pass("2025-11-04", "factory-1", 6);
        assertThat(watch.run(story.asOf("2025-11-26"))).isEmpty();
        assertThat(watch.records()).anyMatch(m -> m.topic() == Topic.ON && !m.announced());
        assertThat(lines(new Watch().run(story.asOf("2025-11-25")))).containsExactly("factory-1 ON NEW 2025-10-11");
    }

    @Test
    void anEditOfTheSiteAnnouncesLaterEventsOnly() {
        Story before = new Story().pass("2025-09-17").pass("2025-09-25");
        watch.run(before.asOf("2025-10-11"));
        Story edited = before.pass("2025-10-03", "factory-1", 6)
                .pass("2025-10-11", "factory-1", 6)
                .pass("2025-10-19", "factory-1", 6, "factory-2", 6)
                .pass("2025-10-27", "factory-1", 6, "factory-2", 6);
        assertThat(watch.runAfterEdit(edited.asOf("2025-10-11"), "2025-10-11")).isEmpty();
        assertThat(watch.records()).anyMatch(m -> m.subject().equals("factory-1") && m.valid() && !m.announced());
        assertThat(lines(watch.run(edited.asOf("2025-10-27"))))
                .containsExactlyInAnyOrder("factory-2 ON NEW 2025-10-27", "factory-2 SUSPECT NEW 2025-10-19");
    }

    @Test
    void aWithdrawalByAnEditIsNotAnnouncedButALaterStartIs() {
        watch.run(hot().asOf("2025-10-19"));
        Story edited = hot().pass("2025-10-03").pass("2025-10-11").pass("2025-10-19");
        assertThat(watch.runAfterEdit(edited.asOf("2025-10-19"), "2025-10-19")).isEmpty();
        assertThat(watch.records())
                .filteredOn(m -> m.subject().equals("factory-1"))
                .noneMatch(AnnouncementRecord::valid);
        Story hotAgain = edited.pass("2025-10-27", "factory-1", 6).pass("2025-11-04", "factory-1", 6);
        assertThat(lines(watch.run(hotAgain.asOf("2025-11-04")))).contains("factory-1 ON NEW 2025-11-04");
    }

    @Test
    void aFacilityIsStaleAfterFortyEightDaysWithoutAnObservation() {
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
    void aLateObservationWithdrawsStale() {
        Story story = new Story().pass("2025-09-17").pass("2025-09-25");
        watch.run(story.asOf("2025-11-12"));
        assertThat(lines(watch.run(story.pass("2025-11-04").asOf("2025-11-13"))))
                .contains("factory-1 STALE WITHDRAWN 2025-11-12");
    }

    @Test
    void aWarmObservationThatDoesNotSurviveControlAppearsInTheDigestOnly() {
        Story story = new Story().pass("2025-10-19").pass("2025-10-28", "factory-1", 2.6);
        assertThat(watch.run(story.asOf("2025-11-03"))).isEmpty();
        Announcement digest = Watch.digest(story.asOf("2025-11-03"), List.of()).orElseThrow();
        assertThat(digest.record().date()).isEqualTo(LocalDate.of(2025, 11, 2));
        String text = MailComposer.compose(Story.SITE, story.asOf("2025-11-03"), List.of(digest), "run")
                .getFirst()
                .text();
        assertThat(text)
                .startsWith("2025-10-27 to 2025-11-02: one pass (seen), one change.")
                .contains("OFF -> SUSPECT");
    }

    @Test
    void aWeekUnderCloudIsNotAWeekWithoutChange() {
        Story story = new Story().pass("2025-10-11").cloudy("2025-10-27");
        Announcement digest = Watch.digest(story.asOf("2025-11-03"), List.of()).orElseThrow();
        assertThat(MailComposer.compose(Story.SITE, story.asOf("2025-11-03"), List.of(digest), "run")
                        .getFirst()
                        .text())
                .startsWith("2025-10-27 to 2025-11-02: one pass (not seen), so nothing new is known.");
    }

    @Test
    void aDigestIsSentOnceAWeekAndCoversMissedWeeks() {
        Story story = new Story().pass("2025-10-11").pass("2025-10-19").pass("2025-10-27");
        Announcement first = Watch.digest(story.asOf("2025-10-13"), List.of()).orElseThrow();
        List<AnnouncementRecord> announced = List.of(first.record());
        assertThat(Watch.digest(story.asOf("2025-10-19"), announced)).isEmpty();
        Announcement next = Watch.digest(story.asOf("2025-11-03"), announced).orElseThrow();
        assertThat(next.before()).contains(LocalDate.of(2025, 10, 13));
        assertThat(next.record().date()).isEqualTo(LocalDate.of(2025, 11, 2));
        assertThat(Watch.digest(story.asOf("2025-11-05"), List.of(first.record(), next.record())))
                .isEmpty();
        assertThat(Watch.digest(story.asOf("2025-11-17"), List.of(first.record(), next.record())))
                .isEmpty();
    }

    @Test
    void aHotControlIsAnnouncedToOperators() {
        Story story =
                new Story().pass("2025-09-17").pass("2025-10-03", "control", 6).pass("2025-10-11", "control", 6);
        assertThat(watch.run(story.asOf("2025-10-11"))).isNotEmpty().allMatch(n -> n.kind() == Kind.OPERATIONS);
    }

    @Test
    void aPlaceholderIsNeverNamedButAHeatSourceInTwoPassesIsAnnounced() {
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
        List<Announcement> announcements = watch.run(history);
        assertThat(MailComposer.compose(story.site(), history, announcements, "run"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject() + mail.text() + mail.json()).doesNotContain("Secret", "factory-");
                    assertThat(mail.text()).contains("hot in two passes", "3 facilities have no known location");
                });
        assertThat(announcements).singleElement().matches(n -> n.record().topic() == Topic.HOT_PLACE);
        assertThat(watch.run(story.asOf("2025-10-19"))).isEmpty();
    }

    @Test
    void aHotSpotOnANamedFacilityIsNoHeatSourceButOneFarFromAllIs() {
        Story story = hot().hotSpot("2025-10-03", "factory-1", 0, 0)
                .hotSpot("2025-10-11", "factory-1", 0, 0)
                .hotSpot("2025-10-03", "factory-3", 400, 0)
                .hotSpot("2025-10-11", "factory-3", 430, 30);
        assertThat(watch.run(story.asOf("2025-10-19")).stream()
                        .filter(n -> n.record().topic() == Topic.HOT_PLACE))
                .hasSize(1);
    }

    @Test
    void distantHotSpotsAreTwoSourcesAndCloseOnesAreOne() {
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
    void aHeatSourceIsComparedWithTheRecordOfTheSamePosition() {
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
            List<Announcement> announcements = own.run(story.asOf("2025-10-19"));
            assertThat(announcements).singleElement().satisfies(moved -> {
                assertThat(moved.change()).isEqualTo(Announcement.Change.MOVED);
                assertThat(moved.record().subject())
                        .isEqualTo(moved.event().orElseThrow().subject());
            });
        }
    }

    @Test
    void aHeatSourceThatWasHotMoreThanAYearAgoIsNewAgain() {
        Story story = new Story()
                .pass("2024-10-03")
                .hotSpot("2024-10-03", "factory-3", 400, 0)
                .pass("2025-10-03")
                .hotSpot("2025-10-03", "factory-3", 400, 0);
        assertThat(watch.run(story.asOf("2025-10-03")))
                .as("an observation a year ago does not count")
                .filteredOn(n -> n.record().topic() == Topic.HOT_PLACE)
                .isEmpty();
        story.pass("2025-10-11").hotSpot("2025-10-11", "factory-3", 400, 0);
        assertThat(watch.run(story.asOf("2025-10-11")))
                .filteredOn(n -> n.record().topic() == Topic.HOT_PLACE)
                .hasSize(1);
    }

    @Test
    void hotSpotsOfASuspectPassAreIgnored() {
        Story story = new Story()
                .pass("2025-10-03")
                .hotSpot("2025-10-03", "factory-3", 400, 0)
                .pass("2025-10-11")
                .hotSpot("2025-10-11", "factory-3", 400, 0)
                .suspect("2025-10-11", "reference parcels deviate");
        assertThat(watch.run(story.asOf("2025-10-11"))).isEmpty();
    }

    @Test
    void aSecondStartWithoutAnAnnouncedStopIsTheSameEvent() {
        Story story = hot();
        watch.run(story.asOf("2025-10-19"));
        // It is hidden until it is stale, and ON when it is seen again.
        story.cloudy("2025-11-20").pass("2025-12-14", "factory-1", 6).pass("2025-12-22", "factory-1", 6);
        assertThat(lines(watch.run(story.asOf("2025-12-22"))))
                .noneMatch(line -> line.startsWith("factory-1 ON"))
                .contains("factory-1 STALE NEW 2025-12-06");
    }

    @Test
    void aSuspicionThatRecursWithinAnEpisodeIsAnnouncedOnce() {
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
                .as("after 24 days it is announced again")
                .containsExactly("factory-1 SUSPECT NEW 2025-11-12");
    }

    @Test
    void aStaleFacilityIsAnnouncedAndAStaleControlIsNot() {
        Story story = new Story().pass("2025-09-17");
        assertThat(watch.run(story.asOf("2025-11-20"))).hasSize(3).allMatch(n -> n.kind() == Kind.STALE);
    }

    @Test
    void theOppositeTopicEndsAnEpisode() {
        for (Topic topic : Topic.values()) {
            assertThat(List.of(Topic.values()))
                    .filteredOn(topic::isOppositeOf)
                    .containsExactlyElementsOf(
                            switch (topic) {
                                case OFF -> List.of(Topic.ON, Topic.SUSPECT);
                                case ON -> List.of(Topic.OFF);
                                case UNCHANGED -> List.of(Topic.LOWER, Topic.HIGHER, Topic.FALLING, Topic.RISING);
                                case LOWER -> List.of(Topic.HIGHER, Topic.UNCHANGED, Topic.RISING);
                                case HIGHER -> List.of(Topic.LOWER, Topic.UNCHANGED, Topic.FALLING);
                                case SUSPECT, FALLING, RISING, STALE, HOT_PLACE, SOURCE, SOURCE_ENDED, DIGEST ->
                                    List.of();
                            });
        }
    }

    @Test
    void eachChangeOfARecordIncrementsItsRevision() {
        Story late = hot().cloudy("2025-10-11");
        watch.run(late.asOf("2025-10-19"));
        watch.run(hot().asOf("2025-10-19"));
        watch.run(late.asOf("2025-10-19"));
        assertThat(watch.records())
                .filteredOn(m -> m.topic() == Topic.ON)
                .singleElement()
                .satisfies(m -> assertThat(m.revision()).isEqualTo(2));
    }

    /** Staleness follows from the day of the previous run, other events from its latest pass. */
    @Test
    void eventsBeforeTheLastRunAreKnownAfterAnEdit() {
        SiteHistory history =
                new Story().pass("2025-08-28").cloudy("2025-10-11").asOf("2025-10-21");
        LocalDate through = LocalDate.of(2025, 8, 28);
        assertThat(AnnouncementPlanner.planAfterEdit(
                                history,
                                Optional.empty(),
                                List.of(),
                                new ScoringRun(1, through, LocalDate.of(2025, 10, 20), "run"))
                        .announcements())
                .noneMatch(n -> n.kind() == Kind.STALE);
        assertThat(AnnouncementPlanner.planAfterEdit(
                                history,
                                Optional.empty(),
                                List.of(),
                                new ScoringRun(1, through, LocalDate.of(2025, 10, 10), "run"))
                        .announcements())
                .filteredOn(n -> n.kind() == Kind.STALE)
                .hasSize(3);
    }

    @Test
    void anEventThatRecursAfterASilentWithdrawalHasANewEpisode() {
        watch.run(hot().asOf("2025-11-26"));
        Story cold = hot().pass("2025-10-03").pass("2025-10-11").pass("2025-10-19");
        assertThat(watch.run(cold.asOf("2025-11-26"))).isEmpty();
        assertThat(watch.run(hot().asOf("2025-11-26"))).isEmpty();
        assertThat(watch.records())
                .filteredOn(m -> m.topic() == Topic.ON)
                .extracting(AnnouncementRecord::episode, AnnouncementRecord::valid)
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2025, 10, 11), false), tuple(LocalDate.of(2025, 10, 12), true));
    }

    @Test
    void otherAnnouncementsDoNotDelayADigest() {
        SiteHistory history = new Story().pass("2025-10-27").asOf("2025-11-03");
        LocalDate monday = LocalDate.of(2025, 11, 3);
        AnnouncementRecord other =
                new AnnouncementRecord("factory-1", Topic.ON, monday, monday, true, true, Optional.empty(), 0);
        assertThat(Watch.digest(history, List.of(other))).isPresent();
    }
}
