package org.heatwatch.score;

import java.util.Optional;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/** What a reader of an observation must know, in plain words. */
public final class ReaderFlags {
    /** The outline may be anywhere, so the number is of the place and not of the factory. */
    public static final String PLACEHOLDER = "placeholder footprint";

    /** Nobody has traced the outline. */
    public static final String UNVERIFIED = "unverified footprint";

    /** Kelvins hang on an assumed transmittance. */
    public static final String PROVISIONAL = "provisional";

    /** One scene alone cannot tell a warm roof from a running factory. */
    public static final String NO_HISTORY = "no idle history";

    /** The sensor's sampling could not be recovered. */
    public static final String GRID_UNRESOLVED = "grid unresolved";

    private ReaderFlags() {}

    /** What is to be said of a feature's outline; empty of a traced one. */
    public static Optional<String> ofOutline(Feature feature) {
        if (Site.isPlaceholder(feature)) {
            return Optional.of(PLACEHOLDER);
        }
        return feature.verified() ? Optional.empty() : Optional.of(UNVERIFIED);
    }
}
