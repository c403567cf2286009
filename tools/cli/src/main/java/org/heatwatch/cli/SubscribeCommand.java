package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.cli.stack.MailFilter;
import org.heatwatch.cli.stack.Recipients;
import org.heatwatch.state.Confidence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "subscribe",
        description = "Has mails of a deployed stack sent to an address.",
        footer = {
            "",
            "A mailbox first gets a mail with a link. Whoever follows it gets mails from then on, each with a link that ends",
            "them; a scanner that follows every link in a mail can end them too. So it is better to copy the first link and",
            "give it to --confirm: then only somebody with credentials can end the subscription.",
            "",
            "Several --kind or --facility mean any of them. A mail tells of several facilities at once.",
            "",
            "Examples:",
            "  heatwatch subscribe desk@example.org --stack heatwatch --kind activity,revision",
            "  heatwatch subscribe desk@example.org --stack heatwatch --confirm 'https://sns.us-west-2...'",
            "  heatwatch subscribe ops@example.org --stack heatwatch --kind operations"
        })
final class SubscribeCommand extends HeatWatchCommand {
    @Parameters(paramLabel = "ADDRESS", description = "Mailbox, ARN of a queue, or https address.")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(
            names = "--kind",
            split = ",",
            description = "Only these kinds: ${COMPLETION-CANDIDATES}. OPERATIONS, which includes the stack's alarms, "
                    + "goes to who asks for it alone.")
    private List<Kind> kinds = new ArrayList<>();

    @Option(
            names = "--facility",
            split = ",",
            paramLabel = "ID",
            description = "Only mails that tell of these facilities.")
    private List<String> facilities = new ArrayList<>();

    @Option(
            names = "--min-confidence",
            paramLabel = "LEVEL",
            description = "Only mails at least so sure: LOW, MEDIUM or HIGH.")
    private @Nullable Confidence minConfidence;

    @Option(names = "--confirm", paramLabel = "LINK", description = "Confirm with the link that the mailbox got.")
    private @Nullable String link;

    @Mixin
    private final StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
        boolean operations = kinds.contains(Kind.OPERATIONS);
        if (operations && kinds.size() > 1) {
            throw new CommandFailure(
                    "operations goes by a topic of its own; subscribe to it and to the others separately");
        }
        if (operations && !(facilities.isEmpty() && minConfidence == null)) {
            throw new CommandFailure("operations can't be filtered: alarms have no facility; leave the filters out");
        }
        if (link != null) {
            return confirm(link);
        }
        MailFilter filter = new MailFilter(
                operations ? List.of() : kinds,
                facilities,
                Optional.ofNullable(minConfidence).map(SubscribeCommand::number));
        stack.find().recipients().subscribe(address, filter, operations);
        PrintWriter out = out();
        out.printf(
                "%s is subscribed%s%n",
                address, filter.policy().map(f -> " to what fits " + f).orElse(""));
        if (!address.startsWith("arn:")) {
            out.println("It gets a link now. Give that to --confirm rather than to follow it: see --help.");
        }
        return 0;
    }

    private int confirm(String given) {
        Recipients recipients = stack.find().recipients();
        recipients.confirm(given, kinds.contains(Kind.OPERATIONS));
        out().printf("%s is confirmed; only credentials can end it now%n", address);
        return 0;
    }

    /** As mails carry it. */
    private static int number(Confidence confidence) {
        return switch (confidence) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }
}
