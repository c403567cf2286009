package org.heatwatch.functions.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.announce.Outbox;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.publication.GeoJsonGeometry;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.Standing;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * How facilities and controls of all sites stand, as GeoJSON (RFC 7946). A feature's id is that of its site and its own,
 * joined by a colon. Each says by itself whether it is simulated: programs drop the members of collections.
 */
final class Facilities {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Longer ones are none, and keys of the table have a limit. */
    private static final Pattern SITE_ID = Pattern.compile("[a-z0-9-]{1,100}");

    private final Ledger ledger;
    private final Outbox outbox;
    private final String address;

    /** @param address of the collection */
    Facilities(Ledger ledger, Outbox outbox, String address) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.address = address;
    }

    ObjectNode all() {
        ObjectNode collection = NODES.objectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        ledger.sites().forEach(site -> features(site, _ -> true).forEach(features::add));
        collection.put("numberReturned", features.size());
        collection
                .putArray("links")
                .add(Api.link("self", address + "/items", "application/geo+json"))
                .add(Api.link("collection", address, "application/json"));
        return collection;
    }

    Optional<ObjectNode> one(String id) {
        String[] parts = id.split(":", 2);
        if (parts.length < 2 || !SITE_ID.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        return ledger.site(parts[0]).stream()
                .flatMap(site -> features(site, feature -> feature.id().equals(parts[1])))
                .findFirst();
    }

    private Stream<ObjectNode> features(SiteDefinition definition, Predicate<Feature> wanted) {
        Site site = definition.site();
        Optional<Manifest> manifest = outbox.manifest(definition.siteId());
        Map<String, Standing> standings = manifest.map(Manifest::standings).orElse(List.of()).stream()
                .collect(Collectors.toMap(Standing::facility, Function.identity()));
        return site.features().stream()
                .filter(feature -> feature.role() == Role.FACILITY || feature.role() == Role.CONTROL)
                .filter(wanted)
                .map(feature -> feature(site, feature, manifest, standings.get(feature.id())));
    }

    private ObjectNode feature(Site site, Feature feature, Optional<Manifest> manifest, @Nullable Standing standing) {
        String id = site.id() + ":" + feature.id();
        ObjectNode node = NODES.objectNode().put("type", "Feature").put("id", id);
        node.set("geometry", GeoJsonGeometry.of(feature.footprint().lonLat()));
        ObjectNode properties = node.putObject("properties")
                .put("site", site.id())
                .put("facility", feature.id())
                .put("name", feature.label())
                .put("role", feature.role().code())
                .put("simulated", site.presentation().simulated())
                .put("verified", feature.verified())
                .put("placeholder", Site.isPlaceholder(feature))
                .put("accuracyMetres", feature.accuracyMetres())
                .put("asOf", manifest.map(Manifest::asOf).orElse(null))
                .put("state", standing == null ? "UNKNOWN" : standing.state())
                .put("seenAs", standing == null ? "UNKNOWN" : standing.seenAs())
                .put("since", standing == null ? null : standing.since());
        put(properties, standing == null ? null : standing.latest());
        node.putArray("links").add(Api.link("self", address + "/items/" + id, "application/geo+json"));
        return node;
    }

    /** What is not known is there as null, so that every feature has the same columns. */
    private static void put(ObjectNode properties, @Nullable Observation seen) {
        properties
                .put("seen", seen == null ? null : seen.acquisition())
                .put("seenAt", seen == null ? null : seen.acquiredAt())
                .put("effectiveKelvin", seen == null ? null : seen.effectiveKelvin())
                .put("effectiveStandardError", seen == null ? null : seen.effectiveStandardError())
                .put("score", seen == null ? null : seen.score())
                .put("confidence", seen == null ? null : seen.confidence())
                .put("provisional", seen == null ? null : (Boolean) seen.provisional())
                .put("flags", seen == null ? null : String.join("; ", seen.flags()));
    }
}
