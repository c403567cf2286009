package org.heatwatch.intake;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;

/** Has a site's history looked at again. */
@FunctionalInterface
public interface SiteWaker {

    /**
     * Called after something was stored; says nothing but that it is worth looking.
     *
     * @throws SourceUnavailable if the message could not be left
     * @throws AccessDenied if it may not be left
     */
    void wake(String siteId);
}
