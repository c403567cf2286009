package org.heatwatch.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;

/**
 * Stores scenes, the outcomes of products and site definitions. Reads are strongly consistent. The final content
 * depends only on what was written, not on the order of writes, on repetitions or on concurrent writers.
 *
 * <p>Every method throws {@link SourceUnavailable} if the store does not answer, {@link AccessDenied} if it refuses,
 * and {@link LedgerConflict} if concurrent writers interfered with every attempt. In all three cases a write may or may
 * not have happened; every write may be repeated.
 */
public interface Ledger {

    /**
     * Records a scene with its samples, unless a scene of equal or higher rank of the acquisition is recorded. In the
     * same transaction the outcome of the product becomes recorded and that of the replaced product superseded; or the
     * outcome of the new product becomes superseded.
     */
    RecordResult record(String siteId, SampledScene scene);

    /** Records the outcome of a product that gave no scene. The outcome of a product that gave one does not change. */
    void note(String siteId, IntakeRecord intake);

    /** The recorded scene of an acquisition, if there is one. */
    Optional<SceneRecord> scene(String siteId, Acquisition acquisition);

    /** All scenes of a site, in the order of their acquisitions. */
    List<SceneRecord> scenes(String siteId);

    /** All scenes of a site with their samples, in the order of their acquisitions. */
    List<SampledScene> sampledScenes(String siteId);

    /** The outcome of a product, given the scenes recorded now; empty if it has none. */
    Optional<IntakeRecord> intake(String siteId, ProductId product);

    /** The outcomes of all products of a site, given the scenes recorded now, in the order of their ids. */
    List<IntakeRecord> intake(String siteId);

    /**
     * Saves a version of a site's definition and keeps the older ones, whatever its size. The site is watched from then
     * on, in the paths and rows of this version, and due for scoring. Saving the current version again has no effect.
     *
     * @throws LedgerConflict if the preceding version is not the current one
     */
    void putSite(SiteDefinition definition);

    /**
     * Ends the watching of a site: it is no longer listed, and no path and row leads to it. Its scenes and the versions
     * of its definition stay. Has no effect on a site that is not watched.
     */
    void removeSite(String siteId);

    /** The remains of a site that was removed; empty if it is watched or never was. */
    Optional<RemovedSite> removedSite(String siteId);

    /**
     * The current definition of a site; empty if it is not watched.
     *
     * @throws SiteUnreadable if the stored definition is damaged
     */
    Optional<SiteDefinition> site(String siteId);

    /**
     * A given version of the definition of a site.
     *
     * @throws SiteUnreadable if the stored definition is damaged
     */
    Optional<SiteDefinition> site(String siteId, int version);

    /**
     * Ids of watched sites in their order.
     *
     * @param after returns only ids after this one; empty for the first
     * @param limit maximum number of ids, from 1
     */
    List<String> siteIds(String after, int limit);

    /** The ids of all watched sites, in their order. */
    default List<String> siteIds() {
        return siteIds("", Integer.MAX_VALUE);
    }

    /** The ids of the sites that watch a path and row, in their order. Reads no definition. */
    List<String> sitesWatching(WrsScene scene);

    /** The current definitions of the given sites. A damaged definition does not affect the others. */
    StoredSites sites(Collection<String> siteIds);

    /** The current definitions of all sites that can be read, in the order of their ids. */
    default List<SiteDefinition> sites() {
        return sites(siteIds()).definitions();
    }
}
