package org.heatwatch.cli;

import org.heatwatch.cli.options.StackOptions;
import org.heatwatch.cli.output.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "unsubscribe",
        description = "Ends all subscriptions of an address.",
        footer = {"", "Example:", "  heatwatch unsubscribe analyst@example.org --stack heatwatch"})
final class UnsubscribeCommand extends HeatWatchCommand {
    @Parameters(paramLabel = "ADDRESS", description = "Address as `heatwatch subscribers` shows it.")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Mixin
    private final StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
        int ended = stack.find().recipients().unsubscribe(address);
        if (ended == 0) {
            throw new CommandFailure(
                    "%s: has no confirmed subscription; `heatwatch subscribers` lists all".formatted(address));
        }
        out().printf("%s: %d subscriptions ended%n", address, ended);
        return 0;
    }
}
