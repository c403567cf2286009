package org.heatwatch.ledger;

import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;

/**
 * Where scenes, the outcomes of products and site definitions are kept. What is read is what was last written. What it
 * holds at the end depends on what was handed to it, never on the order, on repetitions or on who else writes.
 *
 * <p>Every method throws {@link SourceUnavailable} if the store does not answer, {@link AccessDenied} if it refuses, and
 * {@link LedgerConflict} if others kept coming in between; all of them leave it unknown whether anything was written, and
 * all writes may be repeated.
 */
public interface Ledger {

    /**
     * Puts a scene with its samples in the place of its acquisition, unless one of equal or higher rank is there. In one
     * step the product's outcome becomes recorded, and that of the product which held the place superseded; or the
     * newcomer's becomes superseded.
     */
    Verdict record(String siteId, SampledScene scene);

    /** Notes the outcome of a product that gave no scene; a product that gave one keeps its outcome. */
    void note(String siteId, IntakeRecord intake);

    /** What holds the place of an acquisition. */
    Optional<SceneRecord> scene(String siteId, Acquisition acquisition);

    /** All scenes of a site in the order of their acquisitions. */
    List<SceneRecord> scenes(String siteId);

    /** All scenes of a site with their samples in the order of their acquisitions. */
    List<SampledScene> sampledScenes(String siteId);

    /** The outcome of a product in view of what is recorded now, if one was noted. */
    Optional<IntakeRecord> intake(String siteId, ProductId product);

    /** The outcomes of all products of a site in view of what is recorded now, in the order of their ids. */
    List<IntakeRecord> intake(String siteId);

    /**
     * Saves a version of a site's definition; older ones are kept. Saving the current one again changes nothing.
     *
     * @throws LedgerConflict if the version before it is not the current one
     */
    void putSite(SiteDefinition definition);

    /** The current definition of a site. */
    Optional<SiteDefinition> site(String siteId);

    /** The definition of a site in any version. */
    Optional<SiteDefinition> site(String siteId, int version);

    /** The current definitions of all sites in the order of their ids. */
    List<SiteDefinition> sites();
}
