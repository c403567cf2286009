package org.heatwatch.functions.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.heatwatch.errors.PrintableText;

/**
 * The addresses of a mail.
 *
 * @param from address of the sender, an identity that is verified in SES
 * @param recipients addresses that receive each mail; no recipient sees the others
 */
record MailAddresses(String from, List<String> recipients) {
    private static final Pattern COMMA = Pattern.compile(",");

    /** No names and no control characters, which the form of RFC 5322 would accept. */
    private static final Pattern BARE = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+");

    MailAddresses {
        recipients = List.copyOf(recipients);
        verify(from);
        recipients.forEach(MailAddresses::verify);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("HTML_MAIL_TO: has no address; give at least one");
        }
    }

    /** @param recipients addresses separated by commas */
    static MailAddresses of(String from, String recipients) {
        return new MailAddresses(
                from.strip(),
                COMMA.splitAsStream(recipients)
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList());
    }

    private static void verify(String address) {
        try {
            if (!BARE.matcher(address).matches()) {
                throw new AddressException("not a bare address");
            }
            new InternetAddress(address, /* strict= */ true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "'%s': is not an e-mail address; correct HtmlMailFrom or HtmlMailTo of the stack"
                            .formatted(PrintableText.of(address)),
                    e);
        }
    }

    /** The part of the sender's address after the at sign. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** The link that asks the sender to end a subscription (RFC 6068). */
    String unsubscribe(String siteId) {
        String subject = URLEncoder.encode("unsubscribe " + siteId, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "mailto:" + from + "?subject=" + subject;
    }
}
