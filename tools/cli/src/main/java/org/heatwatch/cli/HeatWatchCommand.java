package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Base of all commands: help, and the writers to which they print. */
@Command(mixinStandardHelpOptions = true)
abstract class HeatWatchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** An error in the use of an option; the command exits with 2. */
    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
