package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Story;
import org.heatwatch.announce.Watch;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** Mails of a site that ran in its reference period, or may have run. */
final class OperatingMailTest {
    private static final String IDLE = "\"weight\": 1}";
    private static final Site SITE = SiteFile.parse(
            Story.site("Factory", 5, true).replace(IDLE, "\"weight\": 1, \"kind\": \"operating\"}"), "story.geojson");
    private static final Site UNKNOWN = SiteFile.parse(
            Story.site("Factory", 5, true)
                    .replace("[{\"from\": \"2016-03-01\", \"to\": \"2020-05-31\", \"weight\": 1}]", "[]"),
            "story.geojson");

    private final Watch watch = new Watch();

    private static Story running(Site site) {
        Story story = new Story(site);
        for (String date : List.of("2019-09-01", "2019-09-09", "2019-09-17", "2019-09-25", "2019-10-03")) {
            story.pass(date);
        }
        return story.pass("2025-10-03");
    }

    private static Story stopped(Site site) {
        return running(site)
                .pass("2025-10-11", "factory-1", -5)
                .pass("2025-10-19", "factory-1", -4)
                .pass("2025-10-27", "factory-1", -4.5)
                .pass("2025-11-04", "factory-1", -4.2);
    }

    private Mail mail(Site site, SiteHistory history, Kind kind) {
        List<Announcement> announcements = watch.run(history);
        return MailComposer.compose(site, history, announcements, "run").stream()
                .filter(mail -> mail.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStopIsAnnouncedWithTheHeatThatWasLost() {
        Mail mail = mail(SITE, stopped(SITE).asOf("2025-11-04"), Kind.ACTIVITY);
        assertThat(mail.subject()).isEqualTo("Here: Factory 1 LOWER, 2025-11-04");
        assertThat(mail.text())
                .startsWith("""
                        Factory 1 is LOWER: cooler than in its reference period, over several passes: stopped or slowed.
                        """)
                .contains("""
                        CHANGES, the strongest first
                        1. Factory 1: FALLING -> LOWER, 2025-11-04
                           -4.2 \u00b1 1.0 K
                        """)
                .containsPattern(
                        "change of heat: -4\\d,\\d{3} \u00b1 \\d+,\\d{3} K m2, mean of 4 passes since 2025-10-11")
                .contains("Factory 2: UNCHANGED")
                .contains("The Control: OFF")
                .contains("""
                        CAVEATS
                        LOWER, HIGHER: cooler or warmer than in the reference period in several passes.
                        Without an idle time to compare with, a stop cannot be distinguished from a slow-down.
                        Compared with the time in which it ran: 2016-03-01/2020-05-31.
                        That is no proof of production.
                        """)
                .doesNotContain("idle, over", "ON:");
        assertThat(mail.json()).contains("\"topic\":\"LOWER\"");
    }

    @Test
    void withoutAReferencePeriodTheMailSaysThatItIsNotKnownWhetherItRan() {
        assertThat(mail(UNKNOWN, stopped(UNKNOWN).asOf("2025-11-04"), Kind.ACTIVITY)
                        .text())
                .contains(
                        "Compared with its first two years, 2019-09-01/2021-08-31; whether it ran then is not known.");
    }

    @Test
    void aReturnIsAnnounced() {
        Story story = stopped(SITE);
        watch.run(story.asOf("2025-11-04"));
        story.pass("2025-11-12")
                .pass("2025-11-20")
                .pass("2025-11-28")
                .pass("2025-12-06")
                .pass("2025-12-14")
                .pass("2025-12-22");
        Mail mail = mail(SITE, story.asOf("2025-12-22"), Kind.ACTIVITY);
        assertThat(mail.text()).startsWith("Factory 1 is UNCHANGED: again as in its reference period.");
    }

    @Test
    void growthIsAnnounced() {
        Story story = running(SITE)
                .pass("2025-10-11", "factory-2", 5)
                .pass("2025-10-19", "factory-2", 4)
                .pass("2025-10-27", "factory-2", 4.5)
                .pass("2025-11-04", "factory-2", 4.2);
        Mail mail = mail(SITE, story.asOf("2025-11-04"), Kind.ACTIVITY);
        assertThat(mail.text())
                .startsWith("Factory 2 is HIGHER: warmer than in its reference period, over several passes.")
                .containsPattern("change of heat: \\+4\\d,\\d{3}");
    }

    @Test
    void oneColdPassIsASuspicion() {
        Story story = running(SITE).pass("2025-10-11", "factory-1", -6);
        Mail mail = mail(SITE, story.asOf("2025-10-11"), Kind.SUSPECT);
        assertThat(mail.subject()).isEqualTo("Here: Factory 1 FALLING, 2025-10-11");
        assertThat(mail.text())
                .startsWith("Factory 1 is FALLING: cooler than in its reference period; more passes must confirm it.");
    }

    @Test
    void afterADoubtAboutTheSameChangeNothingIsAnnouncedAgain() {
        Story story = stopped(SITE).pass("2025-11-12", "factory-1", 0.5);
        watch.run(story.asOf("2025-11-12"));
        story.pass("2025-11-20", "factory-1", -5).pass("2025-11-28", "factory-1", -5);
        assertThat(watch.run(story.asOf("2025-11-28"))).isEmpty();
    }
}
