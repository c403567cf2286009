package org.heatwatch.cli.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;

/**
 * What a recipient wants to get. Each list that is empty lets everything through.
 *
 * @param facilities ids; a mail that tells of any of them passes
 * @param minConfidence 1 low, 2 medium, 3 high
 */
public record MailFilter(List<Kind> kinds, List<String> facilities, Optional<Integer> minConfidence) {
    public MailFilter {
        kinds = List.copyOf(kinds);
        facilities = List.copyOf(facilities);
    }

    /** As a filter policy of SNS over message attributes; empty if everything passes. */
    public Optional<String> policy() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        if (!kinds.isEmpty()) {
            kinds.forEach(kind -> policy.withArray("kind").add(kind.code()));
        }
        facilities.forEach(facility -> policy.withArray("facility").add(facility));
        minConfidence.ifPresent(least -> policy.withArray("confidence")
                .addObject()
                .putArray("numeric")
                .add(">=")
                .add(least.intValue()));
        return policy.isEmpty() ? Optional.empty() : Optional.of(policy.toString());
    }
}
