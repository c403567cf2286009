package org.heatwatch.mail;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/** Sends mails. */
@FunctionalInterface
public interface MailSender {

    /**
     * Sends a mail.
     *
     * @throws SourceUnavailable if the mail may or may not have been sent
     * @throws AccessDenied if the mail was refused
     */
    void send(Mail mail);
}
