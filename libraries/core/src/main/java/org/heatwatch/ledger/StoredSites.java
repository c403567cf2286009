package org.heatwatch.ledger;

import java.util.List;
import org.heatwatch.errors.SiteUnreadable;

/**
 * Definitions that were read together.
 *
 * @param definitions of the sites that could be read, in the order in which they were requested
 * @param unreadable the others that are stored
 */
public record StoredSites(List<SiteDefinition> definitions, List<SiteUnreadable> unreadable) {
    public StoredSites {
        definitions = List.copyOf(definitions);
        unreadable = List.copyOf(unreadable);
    }
}
