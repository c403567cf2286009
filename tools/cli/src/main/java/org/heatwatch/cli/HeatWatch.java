package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.PrintableWriter;
import org.heatwatch.cli.stack.StackUnreachable;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.store.StoreUnusable;
import org.heatwatch.story.BadScenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line. Prints results to standard output and everything else to standard error. */
@Command(
        name = "heatwatch",
        description = "Is that factory running? Answers from Landsat thermal images, with error bars.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DoctorCommand.class,
            DemoCommand.class,
            SampleCommand.class,
            InspectCommand.class,
            ScoreCommand.class,
            SitesCommand.class,
            SimulateCommand.class,
            NotifyCommand.class,
            BackfillCommand.class,
            ReextractCommand.class,
            ScenesCommand.class,
            HistoryCommand.class,
            HotSpotsCommand.class,
            SourcesCommand.class,
            CompositeCommand.class,
            ActivityCommand.class,
            HeatMapCommand.class,
            ServeCommand.class,
            AlertsCommand.class,
            ExportCommand.class,
            SubscribeCommand.class,
            UnsubscribeCommand.class,
            SubscribersCommand.class,
            ValidateCommand.class,
        },
        footer = {
            "",
            "Exit codes: 0 success, 1 failure, 2 wrong usage. HEATWATCH_DEBUG=1 prints the stack trace of "
                    + "an error. `heatwatch COMMAND --help` shows examples. The launcher has further commands: "
                    + "deploy, package, test and bench --jmh (see docs/commands.md)."
        })
public final class HeatWatch {
    static final int FAILED = 1;
    static final int USAGE = 2;

    private HeatWatch() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The commands with their options, without output. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new HeatWatch());
        // Former name of reextract: still accepted, but not shown in help.
        CommandLine formerName = new CommandLine(new ReextractCommand());
        formerName.getCommandSpec().usageMessage().hidden(true);
        return command.addSubcommand("resample", formerName);
    }

    /** Runs one command; returns its exit code. */
    static int run(PrintWriter output, PrintWriter errors, String... arguments) {
        PrintWriter out = PrintableWriter.forResults(output);
        PrintWriter err = PrintableWriter.forMessages(errors);
        try {
            return execute(out, err, arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = commandLine()
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> reportFailure(e, line))
                .setParameterExceptionHandler((e, rest) -> reportMisuse(e));
        if (arguments.length == 0) {
            command.usage(out);
            return USAGE;
        }
        return command.execute(arguments);
    }

    private static int reportFailure(Exception e, CommandLine line) {
        PrintWriter err = line.getErr();
        if (e instanceof HeatWatchException
                || e instanceof CommandFailure
                || e instanceof StoreUnusable
                || e instanceof StackUnreachable
                || e instanceof BadScenario
                || e instanceof GdalException) {
            err.println("heatwatch: " + e.getMessage());
        } else {
            err.println("heatwatch: internal error: " + e + "; please report it with the command line");
        }
        if (System.getenv("HEATWATCH_DEBUG") != null) {
            e.printStackTrace(err);
        }
        return FAILED;
    }

    private static int reportMisuse(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("heatwatch: " + e.getMessage());
        err.println("Run `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help` for its options.");
        return USAGE;
    }
}
