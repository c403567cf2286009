package org.heatwatch.aws;

import java.time.Instant;
import java.util.List;
import org.heatwatch.announce.Postman;
import org.heatwatch.announce.SiteScoring;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.reconcile.SiteFindings;

/** What a function says of its work: one line of its log each. */
public sealed interface Event {

    /** A notification ended. */
    record Processed(NotificationResult result) implements Event {}

    /** A message could not be judged, and will be delivered again. */
    record MessageFailed(String messageId, RuntimeException why) implements Event {}

    /** A request for scoring ended. */
    record Scored(String siteId, SiteScoring.Result result) implements Event {}

    /** A request for scoring could not be read. */
    record RequestRefused(String request, String why) implements Event {}

    /** A site could not be scored. */
    record ScoringFailed(String siteId, RuntimeException why) implements Event {}

    /** A mail was, or was not to be, delivered. */
    record Delivered(MailKey mail, Postman.Delivery delivery) implements Event {}

    /** A mail could not be delivered. */
    record MailFailed(MailKey mail, RuntimeException why) implements Event {}

    /** A site was looked at. */
    record Reconciled(SiteFindings findings) implements Event {}

    /** A site could not be looked at. */
    record ReconcileFailed(String siteId, RuntimeException why) implements Event {}

    /**
     * All sites were looked at.
     *
     * @param findings of those that could be
     * @param failures how many could not be
     */
    record AllReconciled(List<SiteFindings> findings, int failures, Instant at) implements Event {
        public AllReconciled {
            findings = List.copyOf(findings);
        }
    }

    /** A question to the API could not be answered. */
    record AnswerFailed(RuntimeException why) implements Event {}
}
