package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.ledger.Ledger;

/**
 * A page of the list of sites.
 *
 * @param ids of the sites, in their order
 * @param limit number of sites of a full page
 */
record SiteListing(List<String> ids, int limit) {
    private static final Parameter<String> AFTER =
            Parameter.text("after", "Only sites with an id after this one, taken from the link named next.", Ids.SLUG);
    private static final Parameter<Integer> LIMIT = Parameter.integer(
            "limit", "Maximum number of sites per page.", 1, PublicationCache.MAX_SITES, PublicationCache.MAX_SITES);

    static final List<Parameter<?>> PARAMETERS = List.of(AFTER, LIMIT);

    static SiteListing of(Exchange exchange, Ledger ledger) {
        int limit = exchange.arguments().get(LIMIT, PublicationCache.MAX_SITES);
        return new SiteListing(ledger.siteIds(exchange.arguments().get(AFTER).orElse(""), limit), limit);
    }

    /** The link to the next page; empty if this page is not full. */
    Optional<ObjectNode> next(String path, Exchange exchange) {
        if (ids.size() < limit) {
            return Optional.empty();
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put("limit", List.of(Integer.toString(limit)));
        query.put("after", List.of(ids.getLast()));
        return Optional.of(
                exchange.addresses().link("next", exchange.addresses().of(path, query), MediaTypes.JSON, "Next page"));
    }
}
