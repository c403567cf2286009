package org.heatwatch.cli.output;

/** An error that the user can resolve; the message is one line and says how. */
public final class CommandFailure extends RuntimeException {
    public CommandFailure(String message) {
        super(message);
    }
}
