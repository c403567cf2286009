package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.heatwatch.cli.stack.StackUnreachable;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.store.StoreUnusable;
import org.heatwatch.story.BadScenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: results to standard output, everything else to standard error. */
@Command(
        name = "heatwatch",
        description = "Is that factory running? Landsat thermal images, read with an error bar.",
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
            NotifyCommand.class,
            BackfillCommand.class,
            ResampleCommand.class,
            ScenesCommand.class,
            HistoryCommand.class,
            HotSpotsCommand.class,
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
            "Exit codes: 0 done, 1 failed, 2 wrong usage. HEATWATCH_DEBUG=1 shows where an error came from.",
            "`heatwatch COMMAND --help` has examples. The launcher itself has deploy, test and bench: see README.md."
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

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = new CommandLine(new HeatWatch())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line))
                .setParameterExceptionHandler((e, rest) -> misused(e));
        if (arguments.length == 0) {
            command.usage(out);
            return USAGE;
        }
        return command.execute(arguments);
    }

    private static int failed(Exception e, CommandLine line) {
        PrintWriter err = line.getErr();
        if (e instanceof HeatWatchException
                || e instanceof CommandFailure
                || e instanceof StoreUnusable
                || e instanceof StackUnreachable
                || e instanceof BadScenario
                || e instanceof GdalException) {
            err.println("heatwatch: " + e.getMessage());
        } else {
            err.println(
                    "heatwatch: this should not have happened: " + e + "; please report it with the command you gave");
        }
        if (System.getenv("HEATWATCH_DEBUG") != null) {
            e.printStackTrace(err);
        }
        return FAILED;
    }

    private static int misused(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("heatwatch: " + e.getMessage());
        err.println("Try `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
        return USAGE;
    }
}
