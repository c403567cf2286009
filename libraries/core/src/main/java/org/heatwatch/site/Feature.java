package org.heatwatch.site;

import java.util.List;
import java.util.Optional;

/**
 * A place of a site.
 *
 * @param id stable, unique in the site, lower-case words joined by hyphens
 * @param operator who runs or ran it, where known
 * @param products what is or was made there, where known
 * @param source where the outline comes from
 * @param accuracyMetres how far the outline may be off, at least 0
 * @param verified whether an analyst has traced the outline
 */
public record Feature(
        String id,
        String name,
        Role role,
        Footprint footprint,
        Optional<String> operator,
        List<String> products,
        String source,
        double accuracyMetres,
        boolean verified,
        Optional<String> note) {

    public Feature {
        products = List.copyOf(products);
        if (!(accuracyMetres >= 0 && Double.isFinite(accuracyMetres))) {
            throw new IllegalArgumentException("accuracy of " + id + " is " + accuracyMetres + " m");
        }
    }

    /** What people read: the name, never without saying that its outline is not known. */
    public String label() {
        return name + caveat();
    }

    /** What must follow the name wherever people read it; begins with a space, or is empty for a traced outline. */
    public String caveat() {
        if (Site.isPlaceholder(this)) {
            return " (placeholder)";
        }
        return verified ? "" : " (outline unverified)";
    }
}
