package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.mail.Mail;
import org.junit.jupiter.api.Test;

final class EmailTextTest {
    private static final String SUMMARY = "Factory 1 is ON.";
    private static final Optional<URI> DASHBOARD = Optional.of(URI.create("https://heat.example.org/kaesong/"));

    private static Mail mail(String text, String json) {
        return new Mail(
                "kaesong", Kind.ACTIVITY, "run-1", LocalDate.of(2025, 11, 4), "Subject", text, json, 3, 2, List.of());
    }

    @Test
    void theLinkToThePassIsBelowTheSummary() {
        Mail mail = mail(SUMMARY + "\n\nKaesong\n", "{\"acquisition\": \"LC08_116034_20251104\"}");
        assertThat(EmailText.of(mail, DASHBOARD)).isEqualTo("""
                Factory 1 is ON.

                Map and history:
                https://heat.example.org/kaesong/?site=kaesong#pass=LC08_116034_20251104

                Kaesong
                """);
    }

    @Test
    void aMailWithoutAPassLinksToTheSite() {
        assertThat(EmailText.of(mail(SUMMARY, "{\"acquisition\": null}"), DASHBOARD))
                .isEqualTo("""
                Factory 1 is ON.

                Map and history:
                https://heat.example.org/kaesong/?site=kaesong
                """);
    }

    @Test
    void withoutADashboardThereIsNoLink() {
        assertThat(EmailText.of(mail(SUMMARY + "\n", "{}"), Optional.empty())).isEqualTo(SUMMARY + "\n");
    }

    @Test
    void longLinesAreBroken() {
        assertThat(EmailText.of(mail("warmer ".repeat(30) + "\n", "{}"), Optional.empty())
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(78));
    }
}
