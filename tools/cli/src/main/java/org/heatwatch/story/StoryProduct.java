package org.heatwatch.story;

import java.time.Instant;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.simulator.ProductName;
import org.heatwatch.site.Pass;

/**
 * One product of a story.
 *
 * @param publishedAt when it appears in the bucket
 * @param taken when and by which satellite its scene was seen
 * @param pass by day or by night
 * @param sky never {@link Sky#MISSING}
 */
public record StoryProduct(ProductName name, Instant publishedAt, ExpectedPass taken, Pass pass, Sky sky) {
    public StoryProduct {
        if (publishedAt.isBefore(taken.at())) {
            throw new IllegalArgumentException(name.id() + " is published at " + publishedAt + ", before it is seen");
        }
        if (sky == Sky.MISSING) {
            throw new IllegalArgumentException(name.id() + " is of a pass without an image");
        }
    }

    /** Whether its pointing is preliminary, so that it lies a few metres off the later products. */
    boolean isPreliminary() {
        return name.tier() == ProductName.Tier.RT;
    }
}
