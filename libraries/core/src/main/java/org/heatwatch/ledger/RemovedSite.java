package org.heatwatch.ledger;

import java.util.Optional;

/**
 * What remains of a site that is no longer watched, so that versions continue if it is added again: clips and scenes
 * refer to versions.
 *
 * @param version last version of its definition, from 1
 * @param boundsVersion version of the clipped area, from 1
 * @param definition last definition; empty if the data of the site were deleted, or it is damaged
 */
public record RemovedSite(String siteId, int version, int boundsVersion, Optional<SiteDefinition> definition) {

    /**
     * The first version after the removal.
     *
     * @throws org.heatwatch.errors.BadSite with every defect of the text
     * @throws IllegalArgumentException if the text defines another site
     */
    public SiteDefinition next(String text, String author) {
        if (definition.isPresent()) {
            return definition.get().next(text, author);
        }
        SiteDefinition first = SiteDefinition.first(text, author);
        if (!first.siteId().equals(siteId)) {
            throw new IllegalArgumentException("%s is not a version of site %s".formatted(first.siteId(), siteId));
        }
        return new SiteDefinition(siteId, version + 1, boundsVersion + 1, author, text);
    }
}
