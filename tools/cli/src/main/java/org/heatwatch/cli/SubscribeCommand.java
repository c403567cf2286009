package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.cli.options.StackOptions;
import org.heatwatch.cli.output.CommandFailure;
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
        description = "Subscribes an address to the mails of a deployed stack.",
        footer = {
            "",
            "SNS first sends a confirmation mail with a link. If you follow the link, each later mail has "
                    + "a link that ends the subscription, and a mail scanner that follows links can end it, too. "
                    + "Copy the link to --confirm instead: then only users with AWS credentials can end the "
                    + "subscription.",
            "",
            "With several --kind or --facility, a mail that matches any of them is sent. A mail can cover "
                    + "several facilities.",
            "",
            "Examples:",
            "  heatwatch subscribe analyst@example.org --stack heatwatch --kind activity,revision",
            "  heatwatch subscribe analyst@example.org --stack heatwatch --confirm 'https://sns.us-west-2...'",
            "  heatwatch subscribe ops@example.org --stack heatwatch --kind operations"
        })
final class SubscribeCommand extends HeatWatchCommand {
    @Parameters(paramLabel = "ADDRESS", description = "Mail address, ARN of an SQS queue, or https URL.")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(
            names = "--kind",
            split = ",",
            description =
                    "Only mails of these kinds: ${COMPLETION-CANDIDATES}. OPERATIONS, which includes the alarms of "
                            + "the stack, needs a subscription of its own.")
    private List<Kind> kinds = new ArrayList<>();

    @Option(names = "--facility", split = ",", paramLabel = "ID", description = "Only mails about these facilities.")
    private List<String> facilities = new ArrayList<>();

    @Option(
            names = "--min-confidence",
            paramLabel = "LEVEL",
            description = "Only mails with at least this confidence: LOW, MEDIUM or HIGH.")
    private @Nullable Confidence minConfidence;

    @Option(
            names = "--confirm",
            paramLabel = "LINK",
            description = "Confirm the subscription with the link of the confirmation mail.")
    private @Nullable String link;

    @Mixin
    private final StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
        boolean operations = kinds.contains(Kind.OPERATIONS);
        if (operations && kinds.size() > 1) {
            throw new CommandFailure(
                    "operations has a topic of its own; subscribe to it and to other kinds separately");
        }
        if (operations && !(facilities.isEmpty() && minConfidence == null)) {
            throw new CommandFailure("operations cannot be filtered; leave --facility and --min-confidence out");
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
                address,
                filter.policy().map(policy -> " with the filter " + policy).orElse(""));
        if (!address.startsWith("arn:")) {
            out.println("A link is sent to it. Give the link to --confirm instead of following it: see --help.");
        }
        return 0;
    }

    private int confirm(String given) {
        Recipients recipients = stack.find().recipients();
        recipients.confirm(given, kinds.contains(Kind.OPERATIONS));
        out().printf("%s is confirmed; only credentials can end it%n", address);
        return 0;
    }

    /** The number of a confidence in message attributes. */
    private static int number(Confidence confidence) {
        return switch (confidence) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }
}
