package org.heatwatch.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Pass;

/**
 * One acquisition of a site as it was read from one product.
 *
 * @param boundsVersion of the site's bounds that were clipped, from 1
 * @param samplerVersion of what read the clip, from 1
 * @param acquiredAt time at the centre of the scene
 * @param clearFraction share of the covered pixels that are clear, 0 to 1
 * @param radiometry from radiance to brightness temperature
 * @param radiancePerCount the step in which the product states radiance, W/(m2 sr um)
 * @param clipKey where the clip is that this was read from
 */
public record SceneRecord(
        ProductId product,
        int boundsVersion,
        int samplerVersion,
        Instant acquiredAt,
        Pass pass,
        SampledGrid grid,
        double clearFraction,
        Transmittance transmittance,
        ThermalRadiometry radiometry,
        double radiancePerCount,
        Set<SceneFlag> flags,
        String clipKey) {

    public SceneRecord {
        if (!(clearFraction >= 0 && clearFraction <= 1)) {
            throw new IllegalArgumentException("a clear fraction of %s is outside 0..1".formatted(clearFraction));
        }
        if (!(radiancePerCount > 0)) {
            throw new IllegalArgumentException("no radiance per count: " + radiancePerCount);
        }
        Set<SceneFlag> ordered = EnumSet.noneOf(SceneFlag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    public Acquisition acquisition() {
        return product.acquisition();
    }

    /** Text that tells this reading from every other one: the product and the versions decide what was read. */
    public String reading() {
        return "%s %d %d".formatted(product, boundsVersion, samplerVersion);
    }

    /** Whether a better product may still change it: preliminary pointing, or an assumed transmittance. */
    public boolean isProvisional() {
        return product.tier() == Tier.RT
                || flags.contains(SceneFlag.PRELIMINARY_POINTING)
                || transmittance.source() == Transmittance.Source.ASSUMED;
    }

    public boolean isResolved() {
        return grid instanceof SampledGrid.Resolved;
    }

    public SceneRank rank() {
        return new SceneRank(isResolved(), product.rank(), boundsVersion, samplerVersion);
    }

    /** Whether nothing that can be read from a product could replace this. */
    public boolean leavesNothingToGain(ProductId candidate, int candidateBounds, int candidateSampler) {
        boolean sameReading =
                product.equals(candidate) && boundsVersion == candidateBounds && samplerVersion == candidateSampler;
        return sameReading || rank().atLeast(new SceneRank(true, candidate.rank(), candidateBounds, candidateSampler));
    }
}
