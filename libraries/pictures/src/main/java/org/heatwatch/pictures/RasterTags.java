package org.heatwatch.pictures;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heatwatch.site.Site;

/** Tags that the rasters of a site have in common. */
final class RasterTags {
    private RasterTags() {}

    /** Site and whether its data are simulated; more may be added. */
    static Map<String, String> of(Site site) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("SITE", site.id());
        tags.put("SIMULATED", Boolean.toString(site.presentation().simulated()));
        return tags;
    }

    /** A description that says first whether the data are simulated. */
    static String description(Site site, String contents) {
        return site.presentation().simulated()
                ? "SIMULATED DATA: an invented story. Nothing here was observed. " + contents
                : contents + " Landsat data courtesy of the U.S. Geological Survey.";
    }
}
