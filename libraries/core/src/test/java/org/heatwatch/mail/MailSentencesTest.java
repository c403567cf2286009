package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.AnnouncementPlanner;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Story;
import org.heatwatch.announce.Topic;
import org.heatwatch.announce.Watch;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.state.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;

/** The sentences of each kind of mail. */
final class MailSentencesTest {

    private static List<Mail> mails(SiteHistory history, List<Announcement> announcements) {
        return MailComposer.compose(Story.SITE, history, announcements, "run");
    }

    private static Mail mail(Kind kind, SiteHistory history) {
        return mail(
                kind,
                mails(history, AnnouncementPlanner.plan(history, List.of()).announcements()));
    }

    private static Mail mail(Kind kind, List<Mail> of) {
        return of.stream().filter(mail -> mail.kind() == kind).findFirst().orElseThrow();
    }

    private static JsonNode json(Mail mail) throws IOException {
        return new ObjectMapper().readTree(mail.json());
    }

    /** Two facilities are on in a real-time product that hides the third. */
    private static Story provisional() {
        return new Story()
                .pass("2025-10-03")
                .pass("2025-10-11", "factory-1", 6, "factory-2", 8)
                .pass("2025-10-19", "factory-1", 6, "factory-2", 8)
                .hidden("2025-10-19", "factory-3")
                .observedShare("2025-10-19", 0.437)
                .inRealTime("2025-10-19")
                .hotSpot("2025-10-19", "factory-2", 60, 3)
                .hotSpot("2025-10-19", "factory-1", 3, 3);
    }

    @Test
    void aMailAboutActivityIsComplete() {
        Mail mail = mail(Kind.ACTIVITY, provisional().asOf("2025-10-20"));
        assertThat(mail.text()).isEqualTo("""
                Factory 2 and Factory 1 are ON: warmer than when idle, over several passes.

                Here
                Pass of 2025-10-19 02:11 UTC (10:11 +08:00)
                LC08_L1TP_116034_20251019_20251019_02_RT

                CHANGES, the warmest first
                1. Factory 2: SUSPECT -> ON, 2025-10-19
                   +8.0 \u00b1 1.0 K
                   score >99.9, confidence high
                   provisional
                2. Factory 1: SUSPECT -> ON, 2025-10-19
                   +6.0 \u00b1 1.0 K
                   score >99.9, confidence high
                   provisional

                OTHER FACILITIES
                Factory 3: OFF, not seen in this pass

                CONTROLS, which must stay at their baselines
                The Control: OFF, +0.0 \u00b1 1.0 K

                HOT SPOTS of this pass, found without outlines: 2
                44 % of the site could be judged
                1. 37.93104 N 126.62352 E \u00b1 12 m
                   30,000 \u00b1 4,000 K m2, 5 m from Factory 2
                   https://www.openstreetmap.org/?mlat=37.93104&mlon=126.62352&zoom=17
                2. 37.93053 N 126.62053 E \u00b1 12 m
                   30,000 \u00b1 4,000 K m2, 0 m from Factory 1
                   https://www.openstreetmap.org/?mlat=37.93053&mlon=126.62053&zoom=17

                NOT SEEN OR NOT TRUSTED in this pass
                Factory 3: hidden by cloud

                CAVEATS
                ON: warmer than when idle in several passes.
                That is no proof of production.
                Effective kelvin: as if the whole footprint were this much warmer.
                Provisional: a real-time product; a better one follows in two to four weeks.

                As of 2025-10-20.

                To end your subscription, use the link below this text, if there is one,
                or ask the operator.
                """);
        assertThat(mail.severity()).isEqualTo(3);
        assertThat(mail.subjects()).containsExactly("factory-1", "factory-2");
    }

    @Test
    void aMailDescribesThePassOfItsLatestAnnouncement() {
        Story story = provisional().pass("2025-10-27", "factory-1", 6, "factory-2", 8);
        assertThat(mail(Kind.ACTIVITY, story.asOf("2025-10-28")).text())
                .contains("Pass of 2025-10-19 02:11 UTC", "Factory 3: OFF, not seen in this pass")
                .doesNotContain("2025-10-27");
    }

    @Test
    void theJsonHasTheSameNumbers() throws IOException {
        JsonNode json = json(mail(Kind.ACTIVITY, provisional().asOf("2025-10-20")));
        assertThat(json.path("acquisition").asText()).isEqualTo("LC08_116034_20251019");
        JsonNode change = json.path("changes").get(1);
        assertThat(change.path("name").asText()).isEqualTo("Factory 2");
        assertThat(change.path("episode").asText()).isEqualTo("2025-10-19");
        assertThat(change.path("effectiveKelvin").asDouble()).isEqualTo(8);
        assertThat(change.path("effectiveStandardError").asDouble()).isEqualTo(1);
        assertThat(change.path("score").asDouble()).isGreaterThan(99.9);
        assertThat(change.path("confidence").asText()).isEqualTo("high");
        assertThat(change.path("provisional").asBoolean()).isTrue();
        assertThat(change.path("outlineVerified").asBoolean()).isTrue();
        assertThat(change.path("dateBefore").isNull()).isTrue();
        assertThat(change.path("longitude").isNull()).isTrue();
        assertThat(json.path("hotSpots")).hasSize(2);

        JsonNode suspect = json(mail(Kind.SUSPECT, provisional().asOf("2025-10-20")));
        assertThat(suspect.path("changes").get(0).path("provisional").asBoolean())
                .as("its pass has its final product")
                .isFalse();
    }

    @Test
    void noMoreThanTwelveHotSpotsAreListed() {
        Story story = provisional();
        for (int i = 0; i < 10; i++) {
            story.hotSpot("2025-10-19", "factory-3", 10 * i, 0);
        }
        assertThat(mail(Kind.ACTIVITY, story.asOf("2025-10-20")).text())
                .contains("found without outlines: 12", "\n12. ")
                .doesNotContain(" more\n");
        story.hotSpot("2025-10-19", "factory-3", 500, 0);
        assertThat(mail(Kind.ACTIVITY, story.asOf("2025-10-20")).text())
                .contains("found without outlines: 13", "\n12. ", "\nand 1 more\n")
                .doesNotContain("\n13. ");
    }

    @Test
    void theJudgedShareIsOmittedIfItIsTheWholeSite() {
        assertThat(mail(
                                Kind.ACTIVITY,
                                provisional().observedShare("2025-10-19", 1).asOf("2025-10-20"))
                        .text())
                .doesNotContain("could be judged");
    }

    @Test
    void aSuspicionHasMediumSeverityAndTheHighestConfidenceOfItsObservations() {
        for (Confidence confidence : Confidence.values()) {
            Mail mail = mail(Kind.SUSPECT, provisional().confidence(confidence).asOf("2025-10-11"));
            assertThat(mail.severity()).isEqualTo(2);
            assertThat(mail.confidence())
                    .isEqualTo(
                            switch (confidence) {
                                case HIGH -> 3;
                                case MEDIUM -> 2;
                                case LOW -> 1;
                            });
            assertThat(mail.text())
                    .startsWith("Factory 2 and Factory 1 are SUSPECT: warmer than when idle; more passes")
                    .contains(
                            "Factory 3: OFF, +0.0",
                            "confidence " + confidence.name().toLowerCase(Locale.ROOT))
                    .doesNotContain("provisional", "Provisional", "NOT SEEN");
        }
    }

    @Test
    void aStaleFacilityIsAnnouncedWithItsLastObservation() throws IOException {
        Story story = new Story()
                .pass("2025-09-17")
                .pass("2025-09-25")
                .pass("2025-11-04")
                .suspect("2025-11-04", "reference parcels deviate");
        List.of("2025-09-17", "2025-09-25", "2025-11-04").forEach(day -> story.hidden(day, "factory-3"));
        Mail mail = mail(Kind.STALE, story.asOf("2025-11-17"));
        assertThat(mail.subject()).isEqualTo("Here: Factory 1 and 2 more STALE, 2025-11-12");
        assertThat(mail.text())
                .startsWith("Factory 1, Factory 2 and Factory 3 are STALE: not seen for 48 days")
                .contains("Factory 1: OFF -> STALE, 2025-11-12, last seen 2025-09-25\n")
                .contains("Factory 3: UNKNOWN -> STALE, 2025-11-04, never seen\n")
                .contains(
                        "NOT SEEN OR NOT TRUSTED in this pass\nFactory 3: hidden by cloud\nreference parcels deviate\n");
        assertThat(mail.severity()).isEqualTo(1);
        assertThat(mail.confidence()).as("without an observation").isEqualTo(2);
        assertThat(json(mail).path("changes").get(0).path("acquisition").isNull())
                .isTrue();
    }

    @Test
    void aFacilityThatCooledDownIsOff() {
        Story story = new Story().pass("2025-09-17");
        List.of("2025-09-25", "2025-10-03", "2025-10-11").forEach(day -> story.pass(day, "factory-1", 6));
        List.of("2025-10-19", "2025-10-27", "2025-11-04", "2025-11-12", "2025-11-20")
                .forEach(story::pass);
        Watch watch = new Watch();
        watch.run(story.asOf("2025-10-11"));
        SiteHistory history = story.asOf("2025-11-20");
        Mail mail = mail(Kind.ACTIVITY, mails(history, watch.run(history)));
        assertThat(mail.text())
                .startsWith("Factory 1 is OFF: no longer warmer than when idle.\n")
                .contains("1. Factory 1: COOLING -> OFF");
    }

    @Test
    void aHeatSourceIsGivenByItsPosition() throws IOException {
        Watch watch = new Watch();
        Story story = new Story()
                .pass("2025-10-11")
                .hotSpot("2025-10-11", "factory-3", 400, 0)
                .pass("2025-10-19")
                .hotSpot("2025-10-19", "factory-3", 400, 10);
        SiteHistory history = story.asOf("2025-10-19");
        Mail mail = mail(Kind.ACTIVITY, mails(history, watch.run(history)));
        assertThat(mail.text()).contains("""

                HEAT SOURCES in two passes, outside the watched facilities
                37.93410 N 126.62650 E
                https://www.openstreetmap.org/?mlat=37.93410&mlon=126.62650&zoom=17

                OTHER FACILITIES
                """);
        JsonNode change = json(mail).path("changes").get(0);
        assertThat(change.path("subject").asText()).isEqualTo("place-291402-4201161");
        assertThat(change.path("name").isNull()).isTrue();
        assertThat(change.path("longitude").asDouble()).isBetween(126.6264, 126.6266);
        assertThat(change.path("latitude").asDouble()).isBetween(37.9340, 37.9342);
        SiteHistory cold = story.without("2025-10-19").pass("2025-10-19").asOf("2025-10-20");
        assertThat(mail(Kind.REVISION, mails(cold, watch.run(cold))).text())
                .contains("\nNOT CONFIRMED by better data\n37.93410 N 126.62650 E\n");
    }

    @Test
    void aHeatSourceInARealTimeProductIsProvisional() throws IOException {
        Story story = new Story()
                .pass("2025-10-11")
                .hotSpot("2025-10-11", "factory-3", 400, 0)
                .pass("2025-10-19")
                .hotSpot("2025-10-19", "factory-3", 400, 10);
        Mail settled = mail(Kind.ACTIVITY, story.asOf("2025-10-19"));
        assertThat(json(settled).path("changes").get(0).path("provisional").asBoolean())
                .isFalse();
        assertThat(settled.text()).doesNotContain("rovisional");
        Mail provisional = mail(Kind.ACTIVITY, story.inRealTime("2025-10-19").asOf("2025-10-19"));
        assertThat(json(provisional).path("changes").get(0).path("provisional").asBoolean())
                .isTrue();
        assertThat(provisional.text()).contains("Provisional: a real-time product");
    }

    @Test
    void aRevisionStatesTheNewDateOrTheReinstatement() throws IOException {
        Watch watch = new Watch();
        Story late = provisional().cloudy("2025-10-11").pass("2025-10-27", "factory-1", 6, "factory-2", 8);
        watch.run(late.asOf("2025-10-27"));
        SiteHistory early = provisional().asOf("2025-10-27");
        Mail moved = mail(Kind.REVISION, mails(early, watch.run(early)));
        assertThat(moved.subject()).startsWith("Here: revised: Factory 2 and Factory 1 ON on another day");
        assertThat(moved.text())
                .startsWith(
                        "Correction of an earlier announcement: Factory 2 and Factory 1 were ON on another day than announced.")
                .contains("Factory 2: ON on 2025-10-19, not on 2025-10-27\n");
        assertThat(json(moved).path("changes"))
                .filteredOn(change -> change.path("topic").asText().equals("ON"))
                .hasSize(2)
                .allSatisfy(
                        change -> assertThat(change.path("dateBefore").asText()).isEqualTo("2025-10-27"));

        SiteHistory cold = new Story()
                .pass("2025-10-03")
                .pass("2025-10-11")
                .pass("2025-10-19")
                .asOf("2025-10-27");
        Mail withdrawn = mail(Kind.REVISION, mails(cold, watch.run(cold)));
        assertThat(withdrawn.text()).contains("Factory 1 and Factory 2 were not ON after all.");
        Mail reinstated = mail(Kind.REVISION, mails(early, watch.run(early)));
        assertThat(reinstated.subject()).contains("Factory 2 and Factory 1 ON after all");
        assertThat(reinstated.text())
                .contains("were ON after all.")
                .contains("Factory 1: ON on 2025-10-19 after all\n");
    }

    @Test
    void aDigestListsItsPassesAndEveryChange() {
        Story story = new Story()
                .pass("2025-10-11")
                .pass("2025-10-13", "factory-1", 6)
                .hidden("2025-10-13", "factory-2")
                .cloudy("2025-10-15")
                .pass("2025-10-17")
                .suspect("2025-10-17", "reference parcels deviate");
        Mail mail = mail(Kind.DIGEST, story.asOf("2025-10-20"));
        assertThat(mail.text())
                .startsWith("2025-10-13 to 2025-10-19: 3 passes (1 seen), one change.\n")
                .contains("""

                        PASSES
                        LC08_116034_20251013: 3 of 4 seen (hidden by cloud)
                        LC08_116034_20251015: 0 of 4 seen (hidden by cloud)
                        LC08_116034_20251017: not trusted: reference parcels deviate

                        CHANGES
                        2025-10-13 Factory 1: OFF -> SUSPECT (score 100.00 reached 99)

                        OTHER FACILITIES
                        """);
        assertThat(mail.severity()).isEqualTo(1);
        assertThat(mail.subjects()).containsExactly("week");
    }

    @Test
    void aDigestWithoutChangesStatesHowMuchWasSeen() {
        Story all = new Story().pass("2025-10-11").pass("2025-10-13").pass("2025-10-15");
        assertThat(mail(Kind.DIGEST, all.asOf("2025-10-20")).text())
                .startsWith("2025-10-13 to 2025-10-19: 2 passes (all seen), no change.")
                .contains("LC08_116034_20251015: all seen")
                .doesNotContain("CHANGES");
        Story none = new Story().pass("2025-10-11").cloudy("2025-10-13").cloudy("2025-10-15");
        assertThat(mail(Kind.DIGEST, none.asOf("2025-10-20")).text())
                .startsWith("2025-10-13 to 2025-10-19: 2 passes (none seen), so nothing new is known.");
    }

    @Test
    void aDigestOfASiteOfPlaceholdersStatesTheJudgedShare() {
        Site vague = SiteFile.parse(
                Story.site("Secret", 500, false)
                        .replace("\"control\", \"source\"", "\"building\", \"source\"")
                        .replaceAll("(?s)\"The Control\", \"role\": \"control\"", "\"Hut\", \"role\": \"building\""),
                "placeholders.geojson");
        SiteHistory history = new Story(vague)
                .pass("2025-10-15")
                .observedShare("2025-10-15", 0.5)
                .asOf("2025-10-20");
        Mail mail = mail(
                Kind.DIGEST,
                MailComposer.compose(
                        vague,
                        history,
                        AnnouncementPlanner.plan(history, List.of()).announcements(),
                        "run"));
        assertThat(mail.text())
                .startsWith("2025-10-13 to 2025-10-19: no facility has a known location, so none is named.")
                .contains("LC08_116034_20251015: 50 % of the site could be judged")
                .contains("3 facilities have no known location")
                .doesNotContain("OTHER FACILITIES", "CONTROLS");
    }

    @Test
    void aHotControlIsAnnouncedToOperators() {
        Story story =
                new Story().pass("2025-09-17").pass("2025-10-03", "control", 6).pass("2025-10-11", "control", 6);
        Mail mail = mail(Kind.OPERATIONS, story.asOf("2025-10-11"));
        assertThat(mail.subject()).isEqualTo("Here: check the controls: The Control ON, 2025-10-11");
        assertThat(mail.text())
                .startsWith("A control, which must stay at its baseline, has changed")
                .contains("The Control is ON");
        assertThat(mail.severity()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasASeverity(Kind kind) {
        int expected =
                switch (kind) {
                    case ACTIVITY, REVISION, OPERATIONS -> 3;
                    case SUSPECT -> 2;
                    case STALE, DIGEST -> 1;
                };
        Story story = provisional();
        Watch watch = new Watch();
        watch.run(story.asOf("2025-10-19"));
        SiteHistory cold = new Story()
                .pass("2025-10-03")
                .pass("2025-10-11", "control", 6)
                .pass("2025-10-19", "control", 6)
                .asOf("2025-10-20");
        List<Mail> all = new ArrayList<>(mails(cold, watch.run(cold)));
        all.addAll(mails(
                story.asOf("2025-12-15"),
                AnnouncementPlanner.plan(story.asOf("2025-12-15"), List.of()).announcements()));
        all.addAll(mails(
                story.asOf("2025-10-20"),
                AnnouncementPlanner.plan(story.asOf("2025-10-20"), List.of()).announcements()));
        assertThat(all)
                .filteredOn(mail -> mail.kind() == kind)
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.severity()).isEqualTo(expected));
    }

    @Test
    void positionsHaveHemispheres() {
        assertThat(MailText.position(new Coordinate(-68.9, -33.0)).position()).isEqualTo("33.00000 S 68.90000 W");
        assertThat(MailText.position(new Coordinate(126.63055, 37.93312)).position())
                .isEqualTo("37.93312 N 126.63055 E");
        assertThat(MailText.position(new Coordinate(0, 0)).position()).isEqualTo("0.00000 N 0.00000 E");
        assertThat(new MailSentences(MailLanguage.of("en")).all(List.of("A"))).isEqualTo("A");
        assertThat(new MailSentences(MailLanguage.of("en")).all(List.of("A", "B", "C")))
                .isEqualTo("A, B and C");
    }

    @Test
    void thereIsASentenceForEveryChangeOfEveryTopic() {
        for (String form : List.of("headline", "subject")) {
            for (String number : List.of("one", "many")) {
                for (Topic topic : Topic.values()) {
                    for (Announcement.Change change : Announcement.Change.values()) {
                        String ending = change == Announcement.Change.NEW || topic.isOfPlace() ? "." + topic : "";
                        // Another date of a source is no correction, because it is an estimate.
                        boolean isNever = topic.isOfSource() && change == Announcement.Change.MOVED;
                        if (topic != Topic.DIGEST && !isNever) {
                            assertThat(MailLanguage.of("en").words().texts())
                                    .containsKey(form + "." + number + "." + change + ending);
                        }
                    }
                }
            }
        }
    }
}
