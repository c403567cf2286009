package org.heatwatch.aws;

import java.net.URI;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailLines;

/**
 * The text of a mail as e-mail programs show it: short lines and, below the summary, a link to the map of the pass.
 */
public final class EmailText {
    private EmailText() {}

    /**
     * The text.
     *
     * @param dashboard address of the dashboard; empty if readers of mails have none
     */
    public static String of(Mail mail, Optional<URI> dashboard) {
        String text = dashboard.map(address -> withLink(mail, address)).orElse(mail.text());
        return MailLines.broken(text);
    }

    /** The address of the map of the pass in a dashboard, or of the site if the mail is about no pass. */
    public static URI link(Mail mail, URI dashboard) {
        String pass =
                mail.acquisition().map(Acquisition::id).map("#pass="::concat).orElse("");
        return URI.create(dashboard + "?site=" + mail.siteId() + pass);
    }

    private static String withLink(Mail mail, URI dashboard) {
        String text = mail.text();
        int end = text.indexOf('\n');
        String summary = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end);
        return summary + "\n\n" + mail.dashboardTitle() + "\n" + link(mail, dashboard) + rest;
    }
}
