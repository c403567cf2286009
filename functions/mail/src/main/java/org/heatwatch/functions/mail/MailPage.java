package org.heatwatch.functions.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heatwatch.language.Words;
import org.heatwatch.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * The data of the HTML template: the text of a mail in blocks, so that its lines fit any width.
 *
 * @param warning lines of the block which states that the data are simulated; empty for real data
 * @param map link to the dashboard; null if readers of mails have none
 * @param pictureId Content-ID of the picture; null if there is none
 * @param pictureText text for readers who do not see the picture
 * @param unsubscribe link that ends the subscription
 */
record MailPage(
        String subject,
        String headline,
        List<String> warning,
        @Nullable Link map,
        @Nullable String pictureId,
        String pictureText,
        List<Block> blocks,
        Link unsubscribe) {

    /** Block of the text of mails that states that nothing was observed. */
    private static final String SIMULATED = "SIMULATED DATA";

    /** First line of a list in the text of mails: words in capitals, then in lower case. */
    private static final Pattern TITLE = Pattern.compile("\\p{Lu}{3,}(?: \\p{Lu}+)*(?:,? \\p{Ll}.*)?");

    /** Names of sites and facilities must not become links, so only these addresses do. */
    private static final String LINKED = "https://www.openstreetmap.org/";

    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?: *\\n)+");
    private static final Words WORDS = Words.read("en", MailPage.class, "html-mail.en.json");
    private static final Template TEMPLATE = template();

    /** A link with its text. */
    record Link(String address, String text) {}

    /**
     * A line of text.
     *
     * @param address if the whole line is a link
     */
    record Line(String text, boolean isIndented, @Nullable String address) {
        static Line of(String text) {
            String bare = text.strip();
            boolean isLink = bare.startsWith(LINKED) && bare.indexOf(' ') < 0;
            return new Line(isLink ? WORDS.say("place.map") : bare, text.startsWith("   "), isLink ? bare : null);
        }
    }

    /**
     * Lines that belong together.
     *
     * @param title null if the block has none
     */
    record Block(@Nullable String title, List<Line> lines) {
        static Block of(List<String> lines) {
            boolean hasTitle =
                    lines.size() > 1 && TITLE.matcher(lines.getFirst()).matches();
            return new Block(
                    hasTitle ? lines.getFirst() : null,
                    lines.subList(hasTitle ? 1 : 0, lines.size()).stream()
                            .map(Line::of)
                            .toList());
        }
    }

    /** @param link address of the map of the pass in the dashboard */
    static MailPage of(Mail mail, Optional<URI> link, Optional<String> pictureId, String unsubscribe) {
        List<String> warning = List.of();
        List<Block> blocks = new ArrayList<>();
        String headline = "";
        for (String text : BLANK_LINES.splitAsStream(mail.text().strip()).toList()) {
            List<String> lines = text.lines().toList();
            if (headline.isEmpty()) {
                headline = String.join(" ", lines);
            } else if (lines.getFirst().startsWith(SIMULATED)) {
                warning = lines;
            } else {
                blocks.add(Block.of(lines));
            }
        }
        return new MailPage(
                mail.subject(),
                headline,
                warning,
                link.map(address -> new Link(address.toString(), WORDS.say("map")))
                        .orElse(null),
                pictureId.orElse(null),
                mail.acquisition()
                        .map(acquisition -> WORDS.say("picture", "date", acquisition.date()))
                        .orElse(""),
                blocks,
                new Link(unsubscribe, WORDS.say("unsubscribe")));
    }

    /** Words about the link that ends a subscription, for the plain text. */
    static String unsubscribe(String address) {
        return WORDS.say("unsubscribe.text", "address", address);
    }

    /** The document. Everything in it is escaped, and it loads nothing. */
    String html() {
        return TEMPLATE.execute(this);
    }

    private static Template template() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        MailPage.class.getResourceAsStream("html-mail.en.mustache"),
                        "html-mail.en.mustache is missing"),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .defaultValue("")
                    .compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read html-mail.en.mustache", e);
        }
    }
}
