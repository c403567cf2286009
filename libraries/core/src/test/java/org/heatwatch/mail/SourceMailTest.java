package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.announce.AnnouncementPlan;
import org.heatwatch.announce.AnnouncementPlanner;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.SourceStory;
import org.heatwatch.announce.Story;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.source.ActivityQuarter;
import org.junit.jupiter.api.Test;

/** Mails about heat sources at a site whose outlines are all placeholders. */
final class SourceMailTest {
    private static final Site BLIND = SiteFile.parse(
            Story.site("Secret", 500, false)
                    .replace("\"control\", \"source\"", "\"building\", \"source\"")
                    .replaceAll("(?s)\"The Control\", \"role\": \"control\"", "\"Hut\", \"role\": \"building\"")
                    .replace("\"accuracyMetres\": 5.0", "\"accuracyMetres\": 500.0"),
            "placeholders.geojson");
    private static final ActivityQuarter THIRD = new ActivityQuarter(
            LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30), 7, 31, 34.2, 30.1, 38.9, 412_000.0, 15_000.0);
    private static final ActivityQuarter FOURTH = new ActivityQuarter(
            LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31), 0, 0, null, null, null, null, null);

    private final List<AnnouncementRecord> records = new ArrayList<>();

    private static Story passes() {
        return new Story(BLIND)
                .pass("2025-10-03")
                .pass("2025-10-11")
                .pass("2025-10-19")
                .hotSpot("2025-10-19", "factory-3", 405, 5);
    }

    private static SourceStory sources() {
        return new SourceStory(BLIND)
                .warm("source-n379341-e1266265", 24_000, "factory-3", 400, 0, "2025-10-03")
                .warm("source-n379376-e1266263", 9_300, "factory-3", 790, -20, "2025-10-03");
    }

    private List<Mail> run(SiteHistory history, SourceStory sources) {
        AnnouncementPlan plan = AnnouncementPlanner.plan(history, sources.report(), records);
        plan.records().forEach(changed -> {
            records.removeIf(known -> known.key().equals(changed.key()));
            records.add(changed);
        });
        return MailComposer.compose(BLIND, history, sources.report(), plan.announcements(), "run");
    }

    private static JsonNode json(Mail mail) throws IOException {
        return new ObjectMapper().readTree(mail.json());
    }

    @Test
    void aMailAboutNewSourcesIsComplete() {
        assertThat(run(passes().asOf("2025-10-19"), sources()).getFirst()).satisfies(mail -> {
            assertThat(mail.subject())
                    .isEqualTo("Here: 2 new heat sources, strongest at 37.9341 N 126.6264 E, 2025-10-19");
            assertThat(mail.text()).isEqualTo("""
                    2 new heat sources; the strongest: place 37.9341 N 126.6264 E, \u00b1 9 m, nearest known: none.

                    Here
                    Pass of 2025-10-19 02:11 UTC (10:11 +08:00)
                    LC08_L1TP_116034_20251019_20251019_02_T1

                    NEW HEAT SOURCES of the composite
                    1. 37.9341 N 126.6264 E, \u00b1 9 m
                       24,000 \u00b1 1,100 K m2, ON
                       warm since 2025-10-03, in 85 % of 20 passes
                       nearest known: none
                       Warmer on working days than on Sundays by 1.9 \u00b1 0.6 K.
                       https://www.openstreetmap.org/?mlat=37.93410&mlon=126.62638&zoom=17
                    2. 37.9376 N 126.6260 E, \u00b1 9 m
                       9,300 \u00b1 1,100 K m2, ON
                       warm since 2025-10-03, in 85 % of 20 passes
                       nearest known: none
                       Warmer on working days than on Sundays by 1.9 \u00b1 0.6 K.
                       https://www.openstreetmap.org/?mlat=37.93761&mlon=126.62604&zoom=17

                    HOT SPOTS of this pass, found without outlines: 1
                    1. 37.93415 N 126.62644 E \u00b1 12 m
                       30,000 \u00b1 4,000 K m2
                       https://www.openstreetmap.org/?mlat=37.93415&mlon=126.62644&zoom=17

                    CAVEATS
                    ON: warmer than when idle in several passes.
                    That is no proof of production.
                    Heat source: a place warmer than the idle ground over many passes.
                    A new surface can be as warm as a building in use.
                    Effective kelvin: as if the whole footprint were this much warmer.
                    3 facilities have no known location and are not named here; hot spots are listed.

                    As of 2025-10-19.

                    To end your subscription, use the link below this text, if there is one,
                    or ask the operator.
                    """);
            assertThat(mail.subjects()).containsExactly("source-n379341-e1266265", "source-n379376-e1266263");
            assertThat(mail.severity()).isEqualTo(3);
        });
    }

    @Test
    void theJsonHasTheNumbersOfTheText() throws IOException {
        Mail mail = run(passes().asOf("2025-10-19"), sources()).getFirst();
        JsonNode change = json(mail).path("changes").get(0);
        assertThat(change.path("topic").asText()).isEqualTo("SOURCE");
        assertThat(change.path("longitude").asDouble()).isBetween(126.6263, 126.6265);
        JsonNode source = change.path("source");
        assertThat(source.path("positionStandardErrorMetres").asDouble()).isEqualTo(9);
        assertThat(source.path("kelvinSquareMetres").asDouble()).isEqualTo(24_000);
        assertThat(source.path("firstSeen").asText()).isEqualTo("2025-10-03");
        assertThat(source.path("nearest").isNull()).isTrue();
        assertThat(mail.subject() + mail.text() + mail.json()).doesNotContain("Secret", "factory-", "Hut");
    }

    @Test
    void theNearestKnownFeatureIsNamedWithItsDistance() {
        SiteHistory history = new Story()
                .pass("2025-10-03")
                .pass("2025-10-11")
                .pass("2025-10-19")
                .asOf("2025-10-19");
        SourceStory one = SourceStory.here().warm("a", 24_000, "factory-3", 400, 0, "2025-10-03");
        Mail mail = MailComposer.compose(
                        Story.SITE,
                        history,
                        one.report(),
                        AnnouncementPlanner.plan(history, one.report(), List.of())
                                .announcements(),
                        "run")
                .getFirst();
        assertThat(mail.subject()).isEqualTo("Here: new heat source at 37.9341 N 126.6264 E, 2025-10-19");
        assertThat(mail.text())
                .startsWith(
                        "New heat source: place 37.9341 N 126.6264 E, \u00b1 9 m, nearest known: Factory 3, 344 m.\n")
                .contains("   nearest known: Factory 3, 344 m\n");
    }

    @Test
    void anEndIsAnnouncedWithItsLastWarmPass() {
        run(passes().asOf("2025-10-19"), sources());
        SourceStory ended = new SourceStory(BLIND)
                .ended("source-n379341-e1266265", 24_000, "factory-3", 400, 0, "2025-10-03", "2025-10-27")
                .warm("source-n379376-e1266263", 9_300, "factory-3", 790, -20, "2025-10-03");
        Story story = passes();
        List.of("2025-11-04", "2025-11-12", "2025-11-20").forEach(story::pass);
        assertThat(run(story.asOf("2025-11-20"), ended).getFirst()).satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Here: heat source at 37.9341 N 126.6264 E ended, 2025-11-20");
            assertThat(mail.text())
                    .startsWith("Heat source at 37.9341 N 126.6264 E, \u00b1 9 m: no longer warm since 2025-10-27.\n")
                    .contains("no longer warm since 2025-10-27; was warm from 2025-10-03, in 85 % of 20 passes");
        });
    }

    @Test
    void aLostSourceIsARevisionWithItsPlaceOnly() {
        run(passes().asOf("2025-10-19"), sources());
        Story cold = passes().without("2025-10-19").pass("2025-10-19").pass("2025-10-27");
        assertThat(run(cold.asOf("2025-10-27"), new SourceStory(BLIND)).stream()
                        .filter(mail -> mail.subject().contains("revised")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject())
                            .isEqualTo(
                                    "Here: revised: 2 heat sources not confirmed, first at 37.9341 N 126.6264 E, 2025-10-27");
                    assertThat(mail.text())
                            .startsWith("Correction of an earlier announcement: 2 heat sources that more passes do not"
                                    + " confirm; the first: 37.9341 N 126.6264 E.\n")
                            .contains("NOT CONFIRMED by more passes\n1. 37.9341 N 126.6264 E\n")
                            .doesNotContain("warm since", "K m2, ON");
                });
    }

    @Test
    void theDigestOfABlindSiteStartsWithTheBuildingsInUse() throws IOException {
        SourceStory known = new SourceStory(BLIND)
                .warm("a", 24_000, "factory-3", 400, 0, "2025-08-03")
                .warm("b", 9_300, "factory-3", 790, -20, "2025-07-10")
                .ended("c", 7_100, "factory-3", 990, -20, "2024-03-01", "2025-08-27")
                .quarter(THIRD)
                .quarter(FOURTH);
        run(passes().asOf("2025-10-15"), known);
        Mail mail = run(passes().asOf("2025-10-20"), known).getLast();
        assertThat(mail.subject()).isEqualTo("Here: the week, 2025-10-19");
        assertThat(mail.text())
                .startsWith("2025-10-13 to 2025-10-19: In the third quarter of 2025, 34 buildings were in use"
                        + " (90 % interval 30-39); 2 new, 1 ended.\n")
                .contains("""

                        BUILDINGS IN USE
                        In the third quarter of 2025, 34 buildings were in use (90 % interval 30-39); 2 new, 1 ended.
                        Total excess of the sources that were found: 412,000 \u00b1 15,000 K m2.
                        In the fourth quarter of 2025 so far, nothing is known: no clear pass.

                        NEW HEAT SOURCES of the composite
                        """)
                .contains("HEAT SOURCES THAT ENDED\n1. 37.93");
        JsonNode activity = json(mail).path("activity");
        assertThat(activity.path("buildings").asDouble()).isEqualTo(34.2);
        assertThat(activity.path("to").asText()).isEqualTo("2025-09-30");
    }

    @Test
    void noMoreThanTwelveSourcesAreListed() {
        SourceStory many = new SourceStory(BLIND);
        for (int i = 0; i < 14; i++) {
            many.warm("source-" + i, 9_000 + i, "factory-3", 400 + 200 * i, 0, "2025-10-03");
        }
        assertThat(run(passes().asOf("2025-10-19"), many).getFirst().text())
                .contains("14 new heat sources; the strongest", "\n12. ", "\nand 2 more\n")
                .doesNotContain("\n13. ");
    }
}
