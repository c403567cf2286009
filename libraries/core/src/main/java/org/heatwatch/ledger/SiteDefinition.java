package org.heatwatch.ledger;

import org.heatwatch.errors.BadSite;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;

/**
 * One version of a site's definition.
 *
 * @param version from 1, incremented by each change
 * @param boundsVersion version of the clipped area, from 1, incremented when the bounds or the projection change
 * @param author of this version
 * @param text valid GeoJSON, as saved
 */
public record SiteDefinition(String siteId, int version, int boundsVersion, String author, String text) {

    public SiteDefinition {
        if (version < 1 || boundsVersion < 1 || boundsVersion > version) {
            throw new IllegalArgumentException(
                    "site %s: versions start at 1, and the version %d must not be less than that of the bounds, %d"
                            .formatted(siteId, version, boundsVersion));
        }
    }

    /**
     * The first version of a new site.
     *
     * @throws org.heatwatch.errors.BadSite with every defect of the text
     */
    public static SiteDefinition first(String text, String author) {
        return new SiteDefinition(parse(text, "the new site").id(), 1, 1, author, text);
    }

    /**
     * The version after this one. The clips are made again if the bounds or the projection change, or if this version
     * does not say which they were, because it does not conform to the current format.
     *
     * @throws org.heatwatch.errors.BadSite with every defect of the text
     * @throws IllegalArgumentException if the text defines another site
     */
    public SiteDefinition next(String text, String author) {
        Site changed = parse(text, siteId);
        if (!changed.id().equals(siteId)) {
            throw new IllegalArgumentException("%s is not a version of site %s".formatted(changed.id(), siteId));
        }
        return new SiteDefinition(
                siteId, version + 1, hasSameClips(changed) ? boundsVersion : boundsVersion + 1, author, text);
    }

    private boolean hasSameClips(Site changed) {
        try {
            Site now = site();
            return changed.bounds().equals(now.bounds())
                    && changed.utm().epsg() == now.utm().epsg();
        } catch (BadSite e) {
            return false;
        }
    }

    /** The site that the text defines. */
    public Site site() {
        return parse(text, siteId + " version " + version);
    }

    /** The text with the current names of members and roles, whichever version of the format it was saved in. */
    public String textWithCurrentNames() {
        return SiteFile.withCurrentNames(text);
    }

    private static Site parse(String text, String name) {
        return SiteFile.parse(text, name);
    }
}
