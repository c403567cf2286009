package org.heatwatch.site;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.errors.SiteDefect;

/** Finds doubts about a valid site: settings that cannot work, and outlines that nobody has checked. */
final class SiteWarnings {

    private SiteWarnings() {}

    static List<SiteDefect> of(Site site) {
        List<SiteDefect> warnings = new ArrayList<>();
        if (site.utm().isSouthern()) {
            warnings.add(new SiteDefect(
                    "collection",
                    "utmZone " + site.utm().epsg()
                            + " is a southern zone, but Landsat files use northern zones everywhere",
                    "use " + (site.utm().epsg() - 100)));
        }
        warnings.addAll(ScheduleWarnings.of(site));
        warnings.addAll(PlaceWarnings.of(site));
        for (Feature feature : site.features()) {
            if (Site.isPlaceholder(feature)) {
                warnings.add(new SiteDefect(
                        feature.id(),
                        "placeholder: its outline may be " + Math.round(feature.accuracyMetres()) + " m off",
                        "trace it on imagery and lower accuracyMetres"));
            } else if (!feature.verified()) {
                warnings.add(new SiteDefect(
                        feature.id(), "outline not verified", "have an analyst check it and set verified to true"));
            }
        }
        return List.copyOf(warnings);
    }
}
