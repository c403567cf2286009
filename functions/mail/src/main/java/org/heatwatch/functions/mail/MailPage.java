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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heatwatch.language.Reasons;
import org.heatwatch.language.Words;
import org.heatwatch.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * The data of the HTML template: the text of a mail in blocks, so that its lines fit any width.
 *
 * @param lang language of the text (ISO 639-1)
 * @param warning lines of the block which states that the data are simulated; empty for real data
 * @param map link to the dashboard; null if readers of mails have none
 * @param pictureId Content-ID of the picture; null if there is none
 * @param pictureText text for readers who do not see the picture
 * @param unsubscribe link that ends the subscription
 */
record MailPage(
        String lang,
        String subject,
        String headline,
        List<String> warning,
        @Nullable Link map,
        @Nullable String pictureId,
        String pictureText,
        List<Block> blocks,
        Link unsubscribe) {

    /** Names of sites and facilities must not become links, so only these addresses do. */
    private static final String LINKED = "https://www.openstreetmap.org/";

    /** Mark of titles in languages without capitals; the HTML needs none. */
    private static final String MARK = "^■ ";

    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?: *\\n)+");
    private static final Map<String, Words> WORDS = Reasons.LANGUAGES.stream()
            .collect(Collectors.toMap(
                    Function.identity(), code -> Words.read(code, MailPage.class, "html-mail." + code + ".json")));
    private static final Template TEMPLATE = template();

    /** A link with its text. */
    record Link(String address, String text) {}

    /**
     * A line of text.
     *
     * @param address if the whole line is a link
     */
    record Line(String text, boolean isIndented, @Nullable String address) {
        static Line of(String text, Words words) {
            String bare = text.strip();
            boolean isLink = bare.startsWith(LINKED) && bare.indexOf(' ') < 0;
            return new Line(isLink ? words.say("place.map") : bare, text.startsWith("   "), isLink ? bare : null);
        }
    }

    /**
     * Lines that belong together.
     *
     * @param title null if the block has none
     */
    record Block(@Nullable String title, List<Line> lines) {
        static Block of(List<String> lines, Words words) {
            boolean hasTitle = lines.size() > 1 && lines.getFirst().matches(words.say("title"));
            return new Block(
                    hasTitle ? lines.getFirst().replaceFirst(MARK, "") : null,
                    lines.subList(hasTitle ? 1 : 0, lines.size()).stream()
                            .map(line -> Line.of(line, words))
                            .toList());
        }
    }

    /** @param link address of the map of the pass in the dashboard */
    static MailPage of(Mail mail, Optional<URI> link, Optional<String> pictureId, String unsubscribe) {
        Words words = words(mail);
        List<String> warning = List.of();
        List<Block> blocks = new ArrayList<>();
        String headline = "";
        for (String text : BLANK_LINES.splitAsStream(mail.text().strip()).toList()) {
            List<String> lines = text.lines().toList();
            if (headline.isEmpty()) {
                headline = String.join(" ", lines);
            } else if (lines.getFirst().startsWith(words.say("warning"))) {
                warning = lines;
            } else {
                blocks.add(Block.of(lines, words));
            }
        }
        return new MailPage(
                mail.language(),
                mail.subject(mail.language()),
                headline,
                warning,
                link.map(address -> new Link(address.toString(), words.say("map")))
                        .orElse(null),
                pictureId.orElse(null),
                mail.acquisition()
                        .map(acquisition -> words.say("picture", "date", acquisition.date()))
                        .orElse(""),
                blocks,
                new Link(unsubscribe, words.say("unsubscribe")));
    }

    /** Words about the link that ends a subscription, for the plain text. */
    static String unsubscribe(Mail mail, String address) {
        return words(mail).say("unsubscribe.text", "address", address);
    }

    private static Words words(Mail mail) {
        return Objects.requireNonNull(WORDS.get(mail.language()), mail.language());
    }

    /** The document. Everything in it is escaped, and it loads nothing. */
    String html() {
        return TEMPLATE.execute(this);
    }

    private static Template template() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        MailPage.class.getResourceAsStream("html-mail.mustache"), "html-mail.mustache is missing"),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .defaultValue("")
                    .compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read html-mail.mustache", e);
        }
    }
}
