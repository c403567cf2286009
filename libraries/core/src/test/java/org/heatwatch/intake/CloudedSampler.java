package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Site;

/** Finds no grid in any clip, and says how many pixels were clear. */
record CloudedSampler(int version) implements Sampler {
    @Override
    public Recovery sample(Clip clip, Site site) {
        return new Recovery.Unresolved("%.2f clear".formatted(clip.clearFraction()), Optional.empty());
    }
}
