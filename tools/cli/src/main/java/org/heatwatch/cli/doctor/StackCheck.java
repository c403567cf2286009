package org.heatwatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.cli.stack.StackUnreachable;

/**
 * Checks a deployed stack: requests the self-test of each function, and counts the recipients of its mails.
 *
 * @param stack the stack
 */
public record StackCheck(RemoteStack stack) {
    private static final List<String> FUNCTIONS = List.of("clip", "score", "alert", "reconcile", "query");

    /** One finding for each function and for each kind of mail. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        FUNCTIONS.forEach(function -> findings.add(selfTest(function)));
        if (stack.sendsHtmlMail()) {
            findings.add(selfTest("mail"));
        }
        findings.addAll(recipients());
        return List.copyOf(findings);
    }

    private Finding selfTest(String function) {
        try {
            JsonNode answer = stack.selfTest(function);
            boolean passed = answer.path("selfTest").asText().equals("passed");
            return new Finding(function, passed, true, detail(answer, passed));
        } catch (StackUnreachable e) {
            return new Finding(function, false, true, String.valueOf(e.getMessage()));
        }
    }

    private static String detail(JsonNode answer, boolean passed) {
        JsonNode members = answer.path(passed ? "checks" : "failures");
        return members.isEmpty()
                ? "no answer to the self-test; deploy the current version"
                : members.properties().stream()
                        .map(member ->
                                member.getKey() + ": " + member.getValue().asText())
                        .collect(Collectors.joining("; "));
    }

    private List<Finding> recipients() {
        try {
            return List.of(recipients("alerts", false), recipients("alarms", true));
        } catch (StackUnreachable e) {
            return List.of(new Finding("recipients", false, true, String.valueOf(e.getMessage())));
        }
    }

    private Finding recipients(String what, boolean operations) {
        long confirmed = stack.recipients().all().stream()
                .filter(recipient -> recipient.operations() == operations && recipient.isConfirmed())
                .count();
        String kind = operations ? "operations" : "activity,revision";
        return new Finding(
                what,
                confirmed > 0,
                true,
                confirmed > 0
                        ? "%d confirmed recipients".formatted(confirmed)
                        : "nobody has confirmed a subscription: ./heatwatch subscribe ADDRESS --stack %s --kind %s"
                                .formatted(stack.name(), kind));
    }
}
