package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import org.heatwatch.cli.stack.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "subscribers",
        description = "Lists who gets mails of a deployed stack.",
        footer = {"", "Example:", "  heatwatch subscribers --stack heatwatch"})
final class SubscribersCommand extends HeatWatchCommand {
    @Mixin
    private final StackOptions stack = new StackOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
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
            out.println("nobody is told; `heatwatch subscribe` adds somebody");
            return 0;
        }
        Table table = new Table("address", "by", "gets", "state");
        recipients.forEach(r -> table.row(
                r.address(),
                r.protocol(),
                r.operations() ? "operations and alarms" : r.filter() == null ? "everything" : r.filter(),
                !r.isConfirmed()
                        ? "not confirmed yet"
                        : r.protectedFromMachines() || r.protocol().equals("sqs")
                                ? "confirmed"
                                : "confirmed by link: a mail scanner can end it"));
        table.print(out);
        return 0;
    }
}
