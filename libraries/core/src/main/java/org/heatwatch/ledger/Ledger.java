package org.heatwatch.ledger;

import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;

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
     * Saves a version of a site's definition and keeps the older ones. Saving the current version again has no effect.
     *
     * @throws LedgerConflict if the preceding version is not the current one
     */
    void putSite(SiteDefinition definition);

    /** The current definition of a site. */
    Optional<SiteDefinition> site(String siteId);

    /** A given version of the definition of a site. */
    Optional<SiteDefinition> site(String siteId, int version);

    /** The current definitions of all sites, in the order of their ids. */
    List<SiteDefinition> sites();
}
