package org.heatwatch.intake;

import org.heatwatch.clip.Clip;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.score.ZoneTransfer;
import org.heatwatch.site.Site;

/**
 * Extracts native samples from a clip. Uses only the clip, the orbit and the grid geometry frozen in the site, and no
 * other scene, so that the same clip always yields the same samples.
 */
public interface SampleExtractor {

    /** Version of the extraction, from 1; incremented with every change that alters the samples of any clip. */
    int version();

    /** Recovers the sampling grid and extracts the samples, in counts of the clip and in the zone of the site. */
    Recovery extract(Clip clip, Site site);

    /** The current implementation. */
    static SampleExtractor current() {
        return new SampleExtractor() {
            @Override
            public int version() {
                return GridRecovery.VERSION;
            }

            @Override
            public Recovery extract(Clip clip, Site site) {
                return ZoneTransfer.recover(clip, site);
            }
        };
    }
}
