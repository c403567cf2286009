package org.heatwatch.intake;

import org.heatwatch.clip.Clip;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.score.GridPriors;
import org.heatwatch.site.Site;

/**
 * Reads native samples from a clip, knowing this clip, the orbit and the geometry frozen in the site, and no other scene:
 * the same clip gives the same samples whenever it is read.
 */
public interface Sampler {

    /** From 1; one more whenever the samples of any clip change. */
    int version();

    /** The grid and samples, in counts of the clip. */
    Recovery sample(Clip clip, Site site);

    /** The sampler of this code. */
    static Sampler current() {
        return new Sampler() {
            @Override
            public int version() {
                return GridRecovery.VERSION;
            }

            @Override
            public Recovery sample(Clip clip, Site site) {
                return GridRecovery.recover(clip.image(), GridPriors.of(clip, site));
            }
        };
    }
}
