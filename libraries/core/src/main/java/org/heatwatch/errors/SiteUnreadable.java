package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/** The stored definition of a site is damaged. Other sites are not affected. */
public final class SiteUnreadable extends HeatWatchException {

    public SiteUnreadable(String siteId, String problem, @Nullable Throwable cause) {
        super(
                "site " + siteId,
                "its stored definition cannot be read: " + problem,
                "save a valid one with `heatwatch sites update FILE`, or end watching with `heatwatch sites remove %s`"
                        .formatted(siteId),
                /* retryHelps= */ false,
                cause);
    }
}
