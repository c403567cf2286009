package org.heatwatch.intake;

import java.time.LocalDate;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Site;

/**
 * A site in its current definition.
 *
 * @param boundsVersion version of the area to clip, from 1
 */
public record WatchedSite(Site site, int boundsVersion) {

    public WatchedSite {
        if (boundsVersion < 1) {
            throw new IllegalArgumentException("versions start at 1, not at " + boundsVersion);
        }
    }

    public static WatchedSite of(SiteDefinition definition) {
        return new WatchedSite(definition.site(), definition.boundsVersion());
    }

    /** Whether the site watches this path and row. */
    public boolean watches(WrsScene scene) {
        return site.watched(scene).isPresent();
    }

    /** Key of a product's clip in the clip store. */
    public String clipKey(ProductId product) {
        LocalDate date = product.acquired();
        return "clips/%s/%s/%s-%d.tif".formatted(site.id(), date, product.id(), boundsVersion);
    }
}
