package org.heatwatch.announce;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/** Hands mail over to what carries it to people. */
@FunctionalInterface
public interface MailSender {

    /**
     * Hands a mail over.
     *
     * @throws SourceUnavailable if it is not known to be handed over
     * @throws AccessDenied if it is refused
     */
    void send(Mail mail);
}
