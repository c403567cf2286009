package org.heatwatch.cli.options;

import org.heatwatch.cli.stack.RemoteStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select a deployed stack. */
public final class StackOptions {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            required = true,
            description = "Deployed stack, reached with your AWS credentials.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--region", description = "Region of the stack; default: us-west-2.")
    private @Nullable String region;

    /** Finds the selected stack. */
    public RemoteStack find() {
        return RemoteStack.find(name, region);
    }
}
