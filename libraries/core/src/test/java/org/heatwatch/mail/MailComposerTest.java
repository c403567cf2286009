package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.AnnouncementPlanner;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Story;
import org.heatwatch.announce.Watch;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

final class MailComposerTest {

    private static Story story(Site site) {
        return new Story(site)
                .pass("2025-10-03")
                .pass("2025-10-11", "factory-1", 6, "factory-2", 8)
                .pass("2025-10-19", "factory-1", 6, "factory-2", 8)
                .hotSpot("2025-10-19", "factory-2", 3, 3);
    }

    private static Mail activity(Site site) {
        SiteHistory history = story(site).asOf("2025-10-19");
        List<Announcement> announcements =
                AnnouncementPlanner.plan(history, List.of()).announcements();
        return MailComposer.compose(site, history, announcements, "run").stream()
                .filter(mail -> mail.kind() == Kind.ACTIVITY)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSubjectNamesTheWarmestFirstAndTheFirstLineIsASummary() {
        Mail mail = activity(Story.SITE);
        assertThat(mail.subject()).isEqualTo("Here: Factory 2 and Factory 1 ON, 2025-10-19");
        assertThat(mail.text())
                .startsWith("Factory 2 and Factory 1 are ON: warmer than when idle, over several passes.\n")
                .contains(
                        "1. Factory 2: SUSPECT -> ON, 2025-10-19\n   +8.0 \u00b1 1.0 K\n   score >99.9, confidence high")
                .contains("Pass of 2025-10-19 02:11 UTC (10:11 +08:00)")
                .contains("Factory 3: OFF, +0.0 \u00b1 1.0 K")
                .contains("The Control: OFF")
                .contains("0 m from Factory 2")
                .doesNotContain("SIMULATED", "unverified");
    }

    @Test
    void linesFitOnAPhone() {
        assertThat(activity(Story.SITE).text().lines().filter(line -> !line.startsWith("   http")))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void simulatedDataAndUnverifiedOutlinesAreLabelled() {
        Site site = SiteFile.parse(
                Story.site("Works", 5, false).replace("\"shortName\"", "\"simulated\": true, \"shortName\""), "s");
        Mail mail = activity(site);
        assertThat(mail.subject()).startsWith("SIMULATED Here: ");
        assertThat(mail.json()).contains("\"simulated\":true", "\"outlineVerified\":false");
        assertThat(mail.text())
                .contains("SIMULATED DATA", "Works 2 (outline unverified)", "Outlines marked as unverified");
    }

    @Test
    void namesThatAreNotAsciiAreReplacedByIdsInTheSubjectOnly() {
        Mail mail = activity(SiteFile.parse(Story.site("아모스", 5, true), "s"));
        assertThat(mail.subject()).isEqualTo("Here: factory-2 and factory-1 ON, 2025-10-19");
        assertThat(mail.text()).startsWith("아모스 2 and 아모스 1 are ON");
    }

    @Test
    void aSiteWhoseLanguageIsKoreanHasKoreanMailsWithAnEnglishSubject() {
        String definition = Story.site("Works", 5, true)
                .replace("\"shortName\"", "\"simulated\": true, \"language\": \"ko\", \"shortName\"");
        Mail mail = activity(SiteFile.parse(definition, "s"));
        assertThat(mail.subject()).isEqualTo("SIMULATED Here: Works 2 and Works 1 ON, 2025-10-19");
        assertThat(mail.language()).isEqualTo("ko");
        assertThat(mail.subject("ko")).isEqualTo("[모의 자료] Here: Works 2, Works 1 온도 높음, 2025-10-19");
        assertThat(mail.text())
                .startsWith("Works 2, Works 1: 여러 차례 촬영에서 온도가 멈춰 있을 때보다 높았습니다.\n")
                .contains("모의 자료: 지어낸 이야기입니다.")
                .contains("1. Works 2: 의심 → 온도 높음, 2025-10-19\n   +8.0 ± 1.0 K\n   점수 >99.9, 신뢰도 높음")
                .contains("Works 3: 멈춘 때와 같음, +0.0 ± 1.0 K")
                .contains("Works 2에서 0 m")
                .contains("이것이 생산의 증거는 아닙니다.")
                .doesNotContain("SIMULATED", "Pass", "idle");
        assertThat(mail.text("en")).startsWith("Works 2 and Works 1 are ON: warmer than when idle");
    }

    @Test
    void everyMailHasItsTextInAllLanguages() {
        Mail mail = activity(Story.SITE);
        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.text("en")).isEqualTo(mail.text());
        assertThat(mail.text("ko")).startsWith("Factory 2, Factory 1: 여러 차례 촬영에서");
        assertThat(mail.text("fr")).isEqualTo(mail.text());
    }

    @Test
    void aVeryLongNameLeavesRoomForTheDay() {
        Mail mail = activity(SiteFile.parse(Story.site("Incorporated ".repeat(12), 5, true), "s"));
        assertThat(mail.subject()).hasSizeLessThan(100).endsWith("..., 2025-10-19");
    }

    @Test
    void aFacilityThatWasNotSeenIsListedAsNotSeen() {
        Story story =
                story(Story.SITE).without("2025-10-19").cloudy("2025-10-19").pass("2025-10-27", "factory-1", 6);
        story.hidden("2025-10-27", "factory-3");
        SiteHistory history = story.asOf("2025-10-27");
        Mail mail = MailComposer.compose(
                        Story.SITE,
                        history,
                        AnnouncementPlanner.plan(history, List.of()).announcements(),
                        "run")
                .stream()
                .filter(m -> m.kind() == Kind.ACTIVITY)
                .findFirst()
                .orElseThrow();
        assertThat(mail.text())
                .contains("Factory 3: OFF, not seen in this pass")
                .contains("NOT SEEN OR NOT TRUSTED in this pass\nFactory 3: hidden by cloud");
    }

    @Test
    void aWithdrawnHeatSourceIsNotListedAsHot() {
        Watch watch = new Watch();
        Story story = new Story()
                .pass("2025-10-11")
                .hotSpot("2025-10-11", "factory-3", 400, 0)
                .pass("2025-10-19")
                .hotSpot("2025-10-19", "factory-3", 400, 10);
        SiteHistory hot = story.asOf("2025-10-19");
        Mail announced =
                MailComposer.compose(Story.SITE, hot, watch.run(hot), "run").getFirst();
        assertThat(announced.subject())
                .isEqualTo("Here: heat source at 37.9341 N 126.6265 E, outside the facilities, 2025-10-19");
        assertThat(announced.text())
                .startsWith("Heat source at 37.9341 N 126.6265 E, outside the watched facilities: hot in two passes.");
        SiteHistory cold = story.without("2025-10-19").pass("2025-10-19").asOf("2025-10-20");
        Mail taken =
                MailComposer.compose(Story.SITE, cold, watch.run(cold), "run").getFirst();
        assertThat(taken.kind()).isEqualTo(Kind.REVISION);
        assertThat(taken.subject()).startsWith("Here: revised: heat source at 37.9341 N 126.6265 E not confirmed");
        assertThat(taken.text()).contains("was not hot in two passes after all").doesNotContain("HEAT SOURCES");
    }

    @Test
    void theJsonHasTheNumbersOfTheText() throws IOException {
        JsonNode json = new ObjectMapper().readTree(activity(Story.SITE).json());
        assertThat(json.path("kind").asText()).isEqualTo("activity");
        assertThat(json.path("changes")).hasSize(2);
        JsonNode change = json.path("changes").get(0);
        assertThat(change.path("subject").asText()).isEqualTo("factory-1");
        assertThat(change.path("topic").asText()).isEqualTo("ON");
        assertThat(change.path("effectiveKelvin").asDouble()).isEqualTo(6);
        assertThat(change.path("acquisition").asText()).isEqualTo("LC08_116034_20251019");
        assertThat(json.path("hotSpots").get(0).path("nearest").asText()).isEqualTo("factory-2");
    }

    @Test
    void anySummaryFitsIntoTheSubject() {
        for (int room = 20; room < 80; room++) {
            for (int length = 1; length < 100; length++) {
                for (List<String> parts :
                        List.of(List.of("a".repeat(length)), List.of("a".repeat(length), "b is ON"))) {
                    String text = new MailSentences(MailLanguage.of("en")).fitting(parts, room);
                    assertThat(text.length()).isLessThanOrEqualTo(room);
                    assertThat(text).startsWith("a".repeat(Math.min(length, room - 3)));
                }
            }
        }
    }

    @Test
    void aSubjectThatOmitsPartsStatesIt() {
        assertThat(new MailSentences(MailLanguage.of("en")).fitting(List.of("aaa", "bbb"), 8))
                .isEqualTo("aaa; bbb");
        assertThat(new MailSentences(MailLanguage.of("en")).fitting(List.of("aaa", "b is ON, c is OFF"), 13))
                .isEqualTo("aaa; and more");
        assertThat(new MailSentences(MailLanguage.of("en")).fitting(List.of("aaa", "b is ON, c is OFF"), 12))
                .isEqualTo("aaa");
        assertThat(new MailSentences(MailLanguage.of("en")).fitting(List.of("aaaaa"), 4))
                .isEqualTo("a...");
    }

    @Test
    void aCorrectionStatesTheAnnouncementAndTheTruth() {
        Watch watch = new Watch();
        watch.run(story(Story.SITE).asOf("2025-10-19"));
        SiteHistory cold = new Story()
                .pass("2025-10-03")
                .pass("2025-10-11")
                .pass("2025-10-19")
                .asOf("2025-10-20");
        Mail mail =
                MailComposer.compose(Story.SITE, cold, watch.run(cold), "run").getFirst();
        assertThat(mail.kind()).isEqualTo(Kind.REVISION);
        assertThat(mail.text())
                .startsWith("Correction of an earlier announcement: ")
                .contains("was announced as ON on 2025-10-19, which better data do not confirm; now OFF");
    }
}
