package org.heatwatch.functions.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.aws.EmailText;
import org.heatwatch.mail.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composes messages and reads them as mail programs do. */
final class HtmlMailTest {
    private static final Instant NOW = Instant.parse("2025-11-05T03:04:05Z");
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2, 3};
    private static final MailAddresses ADDRESSES =
            MailAddresses.of("watch@heat.example", "a@example.org, b@example.net");

    static final String TEXT = """
            Amos is ON: warmer than when idle, over several passes.

            SIMULATED DATA: a made-up story.
            Nothing here was observed.

            Kaesong Industrial Complex (simulated)
            Pass of 2025-11-04 02:11 UTC (11:11 Asia/Seoul)
            LC08_L1TP_116034_20251104_20251104_02_T1

            CHANGES, the warmest first
            1. Amos: ON since 2025-10-27
               +5.9 ± 1.0 K, as if its whole footprint were this much warmer than when it was idle
               score >99.9, confidence high

            HOT SPOTS of this pass, found without outlines: 1
            1. 37.92964 N 126.63501 E ± 15 m
               23,407 ± 4,654 K m2, 0 m from Building 12
               https://www.openstreetmap.org/?mlat=37.92964&mlon=126.63501&zoom=17

            CAVEATS
            ON: warmer than when idle in several passes.
            That is no proof of production.

            As of 2025-11-04.

            To end your subscription, use the link below this text, if there is one,
            or ask the operator.
            """;

    private static Mail mail(String text) {
        return new Mail(
                "here",
                Kind.ACTIVITY,
                "run-1",
                LocalDate.of(2025, 11, 4),
                "SIMULATED Kaesong: Amos ON",
                text,
                "{\"acquisition\": \"LC08_116034_20251104\"}",
                3,
                3,
                List.of("amos"));
    }

    private static MailParts read(Mail mail, Optional<byte[]> picture, Optional<URI> dashboard)
            throws MessagingException, IOException {
        return MailParts.of(new HtmlMail(mail, picture, ADDRESSES, dashboard).message(NOW));
    }

    @Test
    void theMessageHasTheTextOfSnsAndAsAnAlternativeHtmlWithThePictureInIt() throws MessagingException, IOException {
        MailParts parts = read(mail(TEXT), Optional.of(PICTURE), Optional.empty());
        assertThat(parts.types())
                .containsExactly("multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png");
        assertThat(parts.text())
                .startsWith(EmailText.of(mail(TEXT), Optional.empty()))
                .endsWith("""

                        End the subscription by a mail to:
                        mailto:watch@heat.example?subject=unsubscribe%20here
                        """);
        assertThat(parts.pictures()).containsExactly(PICTURE);
        assertThat(parts.pictureId()).isEqualTo("<heatmap@heatwatch>");
        assertThat(parts.html())
                .contains("<img src=\"cid:heatmap@heatwatch\" width=\"700\" alt=\"Heat map of the pass of 2025-11-04:")
                .contains("<h1>Amos is ON: warmer than when idle, over several passes.</h1>")
                .contains("<h2>CHANGES, the warmest first</h2>")
                .contains("<div class=\"more\">+5.9 ± 1.0 K, as if its whole footprint")
                .contains("ON: warmer than when idle in several passes.")
                .doesNotContain("<h2>ON:");
    }

    @Test
    void headersGroupTheMailsOfASiteAndSayHowToLeaveButNameNoRecipient() throws MessagingException, IOException {
        MailParts parts = read(mail(TEXT), Optional.of(PICTURE), Optional.empty());
        assertThat(parts.message().getSubject()).isEqualTo("SIMULATED Kaesong: Amos ON");
        assertThat(parts.header("From")).isEqualTo("Heat Watch <watch@heat.example>");
        assertThat(parts.header("Reply-To")).isEqualTo("Heat Watch <watch@heat.example>");
        assertThat(parts.header("To")).isEqualTo("Heat Watch <watch@heat.example>");
        assertThat(parts.header("References")).isEqualTo("<here.mails@heat.example>");
        assertThat(parts.header("In-Reply-To")).isEqualTo(parts.header("References"));
        assertThat(parts.header("Message-ID")).isEqualTo("<here.activity.run-1@heat.example>");
        assertThat(parts.header("List-Unsubscribe"))
                .isEqualTo("<mailto:watch@heat.example?subject=unsubscribe%20here>");
        assertThat(parts.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(parts.message().getSentDate()).isEqualTo(Date.from(NOW));
        byte[] bytes = new HtmlMail(mail(TEXT), Optional.of(PICTURE), ADDRESSES, Optional.empty()).message(NOW);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("example.org", "example.net");
    }

    @Test
    void linesOfTheMessageAreShortAsMailServersRequire() {
        byte[] bytes = new HtmlMail(mail(TEXT), Optional.of(PICTURE), ADDRESSES, Optional.empty()).message(NOW);
        assertThat(new String(bytes, StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void simulatedDataAreStatedBeforeEverythingElse() throws MessagingException, IOException {
        String html = read(mail(TEXT), Optional.empty(), Optional.empty()).html();
        String body = html.substring(html.indexOf("<body>"));
        assertThat(body.indexOf("SIMULATED DATA: a made-up story.<br>")).isBetween(0, body.indexOf("<h1>"));
        assertThat(body.indexOf("SIMULATED DATA")).isEqualTo(body.lastIndexOf("SIMULATED DATA"));
        String real = read(mail("Amos is ON.\n\nKaesong\n"), Optional.empty(), Optional.empty())
                .html();
        assertThat(real).doesNotContain("class=\"warning\"", "SIMULATED DATA");
    }

    @Test
    void withoutAPictureThereIsTextOnly() throws MessagingException, IOException {
        MailParts parts = read(mail(TEXT), Optional.empty(), Optional.empty());
        assertThat(parts.types()).containsExactly("multipart/alternative", "text/plain", "text/html");
        assertThat(parts.html()).doesNotContain("<img", "cid:");
    }

    @Test
    void aDashboardIsLinkedInBothForms() throws MessagingException, IOException {
        MailParts parts = read(mail(TEXT), Optional.empty(), Optional.of(URI.create("https://heat.example/")));
        assertThat(parts.text()).contains("https://heat.example/?site=here#pass=LC08_116034_20251104\n");
        assertThat(parts.html()).contains("\">Map and history</a>");
        assertThat(unescaped(parts.html())).contains("https://heat.example/?site=here#pass=LC08_116034_20251104");
    }

    private static String unescaped(String html) {
        return html.replace("&#x3D;", "=").replace("&amp;", "&");
    }

    @Test
    void namesCannotAddMarkupLinksOrRemoteContent() throws MessagingException, IOException {
        String hostile = """
                <script>alert(1)</script> is ON.

                https://evil.example/
                "><img src=https://evil.example/p.png>
                https://www.openstreetmap.org/" onclick="steal()
                {{subject}} {{{subject}}}
                """;
        MailParts parts = read(mail(hostile), Optional.of(PICTURE), Optional.empty());
        assertThat(parts.html())
                .doesNotContain("<script", "<img src=https", "\" onclick")
                .doesNotContain("href=\"https://evil", "href=\"https://www.openstreetmap.org/")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; is ON.", "{{subject}}");
        assertThat(parts.html().split("<a ", -1))
                .as("the link that ends the subscription")
                .hasSize(2);
        assertThat(unescaped(parts.html()))
                .doesNotContainPattern("(?i)<(link|script|iframe|object|form)")
                .doesNotContainPattern("(?i)<[^>]*(src|background)=\"?http")
                .doesNotContain("@import", "url(");
    }

    @Test
    void onlyMapsOfPlacesInTheTextBecomeLinks() throws MessagingException, IOException {
        String html =
                unescaped(read(mail(TEXT), Optional.empty(), Optional.empty()).html());
        assertThat(html)
                .contains("<a href=\"https://www.openstreetmap.org/?mlat=37.92964&mlon=126.63501&zoom=17\">Map of the");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "a@example.org\r\nBcc: x@example.org", "Name <a@example.org>"})
    void addressesThatAreNoneAreRefused(String address) {
        assertThatThrownBy(() -> MailAddresses.of("watch@heat.example", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(";");
    }
}
