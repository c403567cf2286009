package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import org.heatwatch.cli.options.StackOptions;
import org.heatwatch.cli.output.Format;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.stack.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "subscribers",
        description = "Lists the subscriptions to the mails of a deployed stack.",
        footer = {"", "Example:", "  heatwatch subscribers --stack heatwatch"})
final class SubscribersCommand extends HeatWatchCommand {
    @Mixin
    private final StackOptions stack = new StackOptions();

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        List<Recipient> recipients = stack.find().recipients().all();
        PrintWriter out = out();
        if (format == Format.JSON) {
            Output.json(out, recipients);
            return 0;
        }
        if (recipients.isEmpty()) {
            out.println("no subscriptions; add one with `heatwatch subscribe`");
            return 0;
        }
        Table table = Table.of("address", "protocol", "mails", "state");
        recipients.forEach(recipient -> table.row(
                recipient.address(),
                recipient.protocol(),
                recipient.operations()
                        ? "operations and alarms"
                        : recipient.filter() == null ? "all" : recipient.filter(),
                !recipient.isConfirmed()
                        ? "not confirmed yet"
                        : recipient.protectedFromMachines()
                                        || recipient.protocol().equals("sqs")
                                ? "confirmed"
                                : "confirmed by link; a mail scanner can end it"));
        table.print(out);
        return 0;
    }
}
