package org.heatwatch.site;

import java.util.List;
import java.util.Map;
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
 * @param names names in certain languages, by code (ISO 639-1)
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
        Optional<String> note,
        Map<String, String> names) {

    public Feature {
        products = List.copyOf(products);
        names = Map.copyOf(names);
        if (!(accuracyMetres >= 0 && Double.isFinite(accuracyMetres))) {
            throw new IllegalArgumentException(
                    "accuracy of " + id + " is " + accuracyMetres + " m, not a finite distance of 0 m or more");
        }
    }

    /** A feature with one name for all languages. */
    public Feature(
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
        this(id, name, role, footprint, operator, products, source, accuracyMetres, verified, note, Map.of());
    }

    /** The name in a language: its own if there is one, otherwise that for all. */
    public String name(String language) {
        return names.getOrDefault(language, name);
    }

    /** The same with the name of a language as the name for all. */
    public Feature named(String language) {
        return new Feature(
                id, name(language), role, footprint, operator, products, source, accuracyMetres, verified, note, names);
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
