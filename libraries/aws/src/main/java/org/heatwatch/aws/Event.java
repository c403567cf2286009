package org.heatwatch.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.reconcile.SiteFindings;
import org.heatwatch.run.SiteScoring;

/** An event that a function logs as one line. */
public sealed interface Event {

    /** A notification was processed. */
    record Processed(NotificationResult result) implements Event {}

    /** A message could not be processed and will be delivered again. */
    record MessageFailed(String messageId, RuntimeException why) implements Event {}

    /** A scoring request was processed. */
    record Scored(String siteId, SiteScoring.Result result) implements Event {}

    /** A scoring request could not be read. */
    record ScoringRequestRefused(String request, String why) implements Event {}

    /** A site could not be scored. */
    record ScoringFailed(String siteId, RuntimeException why) implements Event {}

    /** A mail was delivered, or did not need to be. */
    record Delivered(MailKey mail, MailDispatcher.Delivery delivery) implements Event {}

    /** A mail could not be delivered. */
    record MailFailed(MailKey mail, RuntimeException why) implements Event {}

    /** A mail is sent without its picture, because this could not be drawn. */
    record PictureFailed(MailKey mail, RuntimeException why) implements Event {}

    /** A message that requests a mail could not be read. */
    record MailRequestRefused(String request, String why) implements Event {}

    /**
     * A site was reconciled.
     *
     * @param at time at which this began
     */
    record Reconciled(SiteFindings findings, Instant at) implements Event {}

    /** A site could not be reconciled. */
    record ReconcileFailed(String siteId, RuntimeException why) implements Event {}

    /**
     * A run over all sites ended: each was reconciled, or a message requests it.
     *
     * @param sites number of sites
     */
    record ReconcileRun(int sites) implements Event {}

    /** A message that requests the reconciliation of a site could not be read. */
    record AuditRefused(String request, String why) implements Event {}

    /**
     * A request to the API was answered.
     *
     * @param gatewayId id that API Gateway gave the request, which its access log contains
     * @param path without parameters
     */
    record Answered(Optional<String> gatewayId, String method, String path, int status, Duration time)
            implements Event {}

    /**
     * A self-test was requested.
     *
     * @param result of {@link SelfTest#result()}
     */
    record SelfTested(Map<String, Object> result) implements Event {}

    /** A request to the API failed. */
    record RequestFailed(RuntimeException why) implements Event {}
}
