package org.heatwatch.site;

import java.util.List;
import java.util.Optional;

/**
 * An outlined building or area of a site.
 *
 * @param id stable, unique in the site, lower-case words joined by hyphens
 * @param name for people
 * @param operator company that operates or operated it, if known
 * @param products goods made there, now or before; empty if unknown
 * @param source origin of the outline, for example dated imagery
 * @param accuracyMetres largest position error of the outline, in metres, at least 0
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
            throw new IllegalArgumentException(
                    "accuracy of " + id + " is " + accuracyMetres + " m, not a finite distance of 0 m or more");
        }
    }

    /** The name for people, followed by the {@link #caveat()}. */
    public String label() {
        return name + caveat();
    }

    /** The reservation that must follow the name wherever people read it: starts with a space; empty if verified. */
    public String caveat() {
        if (Site.isPlaceholder(this)) {
            return " (placeholder)";
        }
        return verified ? "" : " (outline unverified)";
    }

    /**
     * Whether messages to people may name this feature: a facility or control whose outline is known well enough to
     * attribute heat to it.
     */
    public boolean mayBeNamed() {
        return (role == Role.FACILITY || role == Role.CONTROL) && !Site.isPlaceholder(this);
    }
}
