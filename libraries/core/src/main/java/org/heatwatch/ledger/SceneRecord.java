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
import org.heatwatch.numbers.Finite;
import org.heatwatch.site.Pass;

/**
 * One acquisition of a site, extracted from one product.
 *
 * @param boundsVersion version of the site's bounds, from 1
 * @param extractionVersion version of the sample extraction, from 1
 * @param acquiredAt time at the centre of the scene
 * @param clearFraction share of the covered pixels that are clear, 0 to 1
 * @param radiometry converts radiance to brightness temperature
 * @param radiancePerCount quantization step of the product, W/(m2 sr um)
 * @param clipKey key of the clip in its store
 */
public record SceneRecord(
        ProductId product,
        int boundsVersion,
        int extractionVersion,
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
        Finite.require(radiancePerCount, "the radiance per count");
        if (radiancePerCount <= 0) {
            throw new IllegalArgumentException("the radiance per count is " + radiancePerCount + ", not positive");
        }
        Set<SceneFlag> ordered = EnumSet.noneOf(SceneFlag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    /** The acquisition of the product. */
    public Acquisition acquisition() {
        return product.acquisition();
    }

    /** Key of this record: the product and the versions, which determine its content. */
    public String key() {
        return "%s %d %d".formatted(product, boundsVersion, extractionVersion);
    }

    /** Whether a better product may change it: real-time tier, preliminary pointing or assumed transmittance. */
    public boolean isProvisional() {
        return product.tier() == Tier.RT
                || flags.contains(SceneFlag.PRELIMINARY_POINTING)
                || transmittance.source() == Transmittance.Source.ASSUMED;
    }

    /** Whether the native sampling grid was found. */
    public boolean isResolved() {
        return grid instanceof SampledGrid.Resolved;
    }

    /** The rank among the records of the acquisition. */
    public SceneRank rank() {
        return new SceneRank(isResolved(), product.rank(), boundsVersion, extractionVersion);
    }

    /** Whether no record that could be extracted from a product would replace this one. */
    public boolean isNotReplacedBy(ProductId candidate, int candidateBounds, int candidateExtraction) {
        boolean isSame = product.equals(candidate)
                && boundsVersion == candidateBounds
                && extractionVersion == candidateExtraction;
        return isSame || rank().atLeast(new SceneRank(true, candidate.rank(), candidateBounds, candidateExtraction));
    }
}
