package org.heatwatch.cli;

import org.heatwatch.cli.stack.RemoteStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which deployed stack a command works with. */
final class StackOptions {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            required = true,
            description = "Deployed stack, reached with your AWS credentials.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--region", description = "Region of the stack; default us-west-2.")
    private @Nullable String region;

    RemoteStack find() {
        return RemoteStack.find(name, region);
    }
}
