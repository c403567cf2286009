package org.heatwatch.cli.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;

/**
 * Filter of a subscription. An empty list matches every mail.
 *
 * @param facilities ids of facilities; a mail about any of them matches
 * @param minConfidence least confidence: 1 low, 2 medium, 3 high
 */
public record MailFilter(List<Kind> kinds, List<String> facilities, Optional<Integer> minConfidence) {
    /** Copies the lists. */
    public MailFilter {
        kinds = List.copyOf(kinds);
        facilities = List.copyOf(facilities);
    }

    /** The SNS filter policy on message attributes; empty if every mail matches. */
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
