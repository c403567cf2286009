package org.heatwatch.sampling;

import java.util.Optional;

/** What became of the search for an image's native grid. */
public sealed interface Recovery {

    /** The grid was found and accepted. */
    record Resolved(NativeSamples samples, GridQuality quality, LeftOver leftOver) implements Recovery {}

    /**
     * No grid that can be believed.
     *
     * @param reason in words, for people
     * @param quality how the best candidate did, if it came to one
     */
    record Unresolved(String reason, Optional<GridQuality> quality) implements Recovery {}
}
