package org.heatwatch.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailLines;

/**
 * The text of a mail as e-mail programs show it: short lines and, below the summary, a link to the map of the pass.
 */
final class EmailText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EmailText() {}

    /** @param dashboard address of the dashboard; empty if readers of mails have none */
    static String of(Mail mail, Optional<URI> dashboard) {
        String text = dashboard.map(address -> withLink(mail, address)).orElse(mail.text());
        return MailLines.broken(text);
    }

    private static String withLink(Mail mail, URI dashboard) {
        String text = mail.text();
        int end = text.indexOf('\n');
        String summary = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end);
        return summary + "\n\nMap and history:\n" + link(mail, dashboard) + rest;
    }

    private static String link(Mail mail, URI dashboard) {
        String pass = acquisition(mail).map("#pass="::concat).orElse("");
        return dashboard + "?site=" + mail.siteId() + pass;
    }

    private static Optional<String> acquisition(Mail mail) {
        try {
            JsonNode acquisition = MAPPER.readTree(mail.json()).path("acquisition");
            return acquisition.isTextual() ? Optional.of(acquisition.textValue()) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mails are stored with JSON", e);
        }
    }
}
