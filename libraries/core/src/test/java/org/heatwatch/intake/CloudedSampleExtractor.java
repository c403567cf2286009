package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Site;

/** Recovers no grid from any clip; the reason states the number of clear pixels. */
record CloudedSampleExtractor(int version) implements SampleExtractor {
    @Override
    public Recovery extract(Clip clip, Site site) {
        return new Recovery.Unresolved("%.2f clear".formatted(clip.clearFraction()), Optional.empty());
    }
}
