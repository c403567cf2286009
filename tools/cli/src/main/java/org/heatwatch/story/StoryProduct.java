package org.heatwatch.story;

import java.time.Instant;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.site.Pass;

/**
 * One product of a story.
 *
 * @param publishedAt time of publication in the bucket
 * @param taken the pass in which it was acquired
 * @param pass day or night
 * @param sky never {@link SkyCover#MISSING}
 */
public record StoryProduct(
        SimulatedProductName name, Instant publishedAt, ExpectedPass taken, Pass pass, SkyCover sky) {
    /** Validates the times and the sky. */
    public StoryProduct {
        if (publishedAt.isBefore(taken.at())) {
            throw new IllegalArgumentException(
                    name.id() + " is published at " + publishedAt + ", before its acquisition");
        }
        if (sky == SkyCover.MISSING) {
            throw new IllegalArgumentException(name.id() + " belongs to a pass without an image");
        }
    }

    /** Whether its pointing is preliminary, so that it is shifted by a few metres against later products. */
    boolean isPreliminary() {
        return name.tier() == SimulatedProductName.Tier.RT;
    }
}
