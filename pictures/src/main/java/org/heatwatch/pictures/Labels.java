package org.heatwatch.pictures;

import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/** What a place is called where people read it: never without saying that its outline is not known. */
final class Labels {
    private Labels() {}

    static String name(Feature feature) {
        return feature.name() + suffix(feature);
    }

    /** Begins with a space, or is empty for a traced outline. */
    static String suffix(Feature feature) {
        if (Site.isPlaceholder(feature)) {
            return " (placeholder)";
        }
        return feature.verified() ? "" : " (unverified)";
    }
}
