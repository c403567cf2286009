package org.heatwatch.score;

import java.util.Optional;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/** Caveats of an observation, in plain words. */
public final class ReaderFlags {
    /** The outline is only a placeholder, so the value describes the location and not the factory. */
    public static final String PLACEHOLDER = "placeholder footprint";

    /** The outline has not been verified. */
    public static final String UNVERIFIED = "unverified footprint";

    /** Values in kelvin depend on an assumed transmittance or preliminary pointing. */
    public static final String PROVISIONAL = "provisional";

    /** A single scene cannot distinguish a warm building from a running factory. */
    public static final String NO_HISTORY = "no idle history";

    /** The sensor's sampling grid could not be recovered. */
    public static final String GRID_UNRESOLVED = "grid unresolved";

    private ReaderFlags() {}

    /** The caveat of a feature's outline; empty if the outline is verified. */
    public static Optional<String> ofOutline(Feature feature) {
        if (Site.isPlaceholder(feature)) {
            return Optional.of(PLACEHOLDER);
        }
        return feature.verified() ? Optional.empty() : Optional.of(UNVERIFIED);
    }
}
