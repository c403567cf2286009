package org.heatwatch.intake;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/** Requests the scoring of sites. */
@FunctionalInterface
public interface ScoringRequests {

    /**
     * Requests that a site be scored. Call it after storing; the request carries no data but the site id.
     *
     * @throws SourceUnavailable if the queue does not answer
     * @throws AccessDenied if the queue refuses the message
     */
    void requestScoring(String siteId);
}
