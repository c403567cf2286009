package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/**
 * Everything that all scenes of a site say of it: a pure function of the site's definition, the scenes and a day.
 *
 * <p>Order and repetition of the scenes make no difference, and of several readings of one acquisition the best counts:
 * the same ledger gives the same history, bit by bit. The baselines come from the dormant periods alone; what is said of a
 * later look hangs on no look after it, so an ordinary new scene never rewrites the past. Scenes within a dormant period
 * do, since they sharpen the idle map.
 *
 * @param asOf the day at whose end this is told; later scenes are ignored
 * @param regimes that have enough dormant scenes to judge by
 * @param scenes in the order of their acquisition
 * @param roofs facilities, controls and idle parcels, in the order of the site's file
 */
public record SiteHistory(
        String siteId, LocalDate asOf, List<RegimeReport> regimes, List<SceneCheck> scenes, List<RoofHistory> roofs) {

    public SiteHistory {
        regimes = List.copyOf(regimes);
        scenes = List.copyOf(scenes);
        roofs = List.copyOf(roofs);
    }

    /** Tells the history from scratch: seconds of work for hundreds of scenes. */
    public static SiteHistory of(Site site, Collection<SampledScene> scenes, LocalDate asOf) {
        return new HistoryPipeline().run(site, scenes, asOf).history();
    }

    /** The history of one facility, control or idle parcel. */
    public Optional<RoofHistory> roof(String featureId) {
        return roofs.stream().filter(r -> r.feature().id().equals(featureId)).findFirst();
    }
}
