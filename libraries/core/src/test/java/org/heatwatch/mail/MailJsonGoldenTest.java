package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heatwatch.announce.AnnouncementPlan;
import org.heatwatch.announce.AnnouncementPlanner;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Story;
import org.heatwatch.golden.Golden;
import org.heatwatch.golden.Tolerance;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

/** The JSON of each kind of mail; the text for people is not part of it. */
final class MailJsonGoldenTest {
    private static final Site SITE = SiteFile.parse(
            Story.site("Factory", 5, true).replace("\"shortName\"", "\"simulated\": true, \"shortName\""), "story");

    private final Map<String, AnnouncementRecord> records = new TreeMap<>();
    private final Map<String, Map<String, Object>> mails = new TreeMap<>();

    /** Runs once and keeps the first mail of each kind and change. */
    private void run(SiteHistory history, String run) {
        AnnouncementPlan plan = AnnouncementPlanner.plan(history, records.values());
        plan.records().forEach(record -> records.put(record.key(), record));
        for (Mail mail : MailComposer.compose(SITE, history, plan.announcements(), run)) {
            JsonNode json = json(mail);
            String changes = String.join(
                    " ",
                    json.path("changes")
                            .valueStream()
                            .map(change -> change.path("topic").asText() + "-"
                                    + change.path("change").asText())
                            .distinct()
                            .sorted()
                            .toList());
            mails.putIfAbsent(mail.kind().code() + " " + changes, mail(mail, json));
        }
    }

    private static JsonNode json(Mail mail) {
        try {
            return new ObjectMapper().readTree(mail.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> mail(Mail mail, JsonNode json) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("severity", mail.severity());
        members.put("confidence", mail.confidence());
        members.put("subjects", mail.subjects());
        members.put("json", json);
        return members;
    }

    private static Story story() {
        return new Story(SITE)
                .pass("2025-09-17")
                .pass("2025-09-25")
                .pass("2025-10-03", "factory-1", 6, "control", 6)
                .hotSpot("2025-10-03", "factory-3", 400, 0)
                .pass("2025-10-11", "factory-1", 6, "control", 6)
                .hotSpot("2025-10-11", "factory-3", 405, 5)
                .hidden("2025-10-11", "factory-2");
    }

    @Test
    void everyKindOfMailKeepsItsMembers() {
        run(story().asOf("2025-10-03"), "run-1");
        run(story().asOf("2025-10-11"), "run-2");
        Story cooled = story();
        List.of("2025-10-19", "2025-10-27", "2025-11-04", "2025-11-12", "2025-11-20")
                .forEach(cooled::pass);
        run(cooled.asOf("2025-11-20"), "run-3");
        run(cooled.asOf("2026-01-07"), "run-4");
        run(
                cooled.pass("2025-10-03")
                        .pass("2025-10-11")
                        .pass("2025-12-20")
                        .without("2025-09-25")
                        .asOf("2026-01-08"),
                "run-5");
        records.clear();
        run(story().cloudy("2025-10-11").pass("2025-10-19", "factory-1", 6).asOf("2025-10-19"), "run-6");
        Story moved = story().pass("2025-10-19", "factory-1", 6);
        run(moved.asOf("2025-10-20"), "run-7");
        run(story().pass("2025-10-03").pass("2025-10-11").pass("2025-10-19").asOf("2025-10-21"), "run-8");
        run(moved.asOf("2025-10-22"), "run-9");
        assertThat(mails.keySet().stream().map(key -> key.split(" ", -1)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Kind.values()).stream().map(Kind::code).toList());
        Golden.file("mail/mails.json")
                .within(Tolerance.DEGREES, "/**/longitude", "/**/latitude")
                .masking("words for people", "/*/json/headline")
                .holdsIn(mails);
    }
}
