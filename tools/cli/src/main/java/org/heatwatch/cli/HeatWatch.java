package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.heatwatch.cli.options.DayConverter;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.PrintableWriter;
import org.heatwatch.cli.stack.StackUnreachable;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.store.StoreUnusable;
import org.heatwatch.story.BadScenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Prints results to standard output and everything else to standard error. */
@Command(
        name = "heatwatch",
        description = "Is that factory running? Answers from Landsat thermal images, with error bars.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit codes: 0 success, 1 failure, 2 wrong usage. HEATWATCH_DEBUG=1 prints the stack trace of "
                    + "an error. `heatwatch COMMAND --help` shows examples. The launcher has further commands: "
                    + "deploy, package, test and bench --jmh (see docs/commands.md)."
        })
public final class HeatWatch {
    static final int FAILED = 1;
    static final int USAGE = 2;

    /** Errors of conversion in the words of the parser, which name classes. */
    private static final Pattern CONVERSION = Pattern.compile("cannot convert '([^']*)' to .*");

    /** Answered without the commands, whose preparation takes longer. */
    private static final Set<String> VERSION = Set.of("--version", "-V");

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

    /** All commands with their options, without output. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new HeatWatch());
        Commands.NAMES.forEach(name -> command.addSubcommand(name, Commands.named(name)));
        // Former name of reextract: still accepted, but not shown in help.
        CommandLine formerName = new CommandLine(new ReextractCommand());
        formerName.getCommandSpec().usageMessage().hidden(true);
        return command.addSubcommand("resample", formerName);
    }

    /** The command that the arguments call, if they begin with its name; otherwise all. */
    private static CommandLine commandLine(String... arguments) {
        String first = arguments.length > 0 ? arguments[0] : "";
        if (Commands.NAMES.contains(first)) {
            return new CommandLine(new HeatWatch()).addSubcommand(first, Commands.named(first));
        }
        return commandLine();
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
        // Keys of the store, dates and numbers are the same in every language of the machine.
        Locale.setDefault(Locale.ROOT);
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            out.println(Version.line());
            return 0;
        }
        CommandLine command = commandLine(arguments)
                .registerConverter(LocalDate.class, new DayConverter())
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
        } else if (e instanceof IOException problem) {
            err.println("heatwatch: " + text(problem));
        } else if (e instanceof UncheckedIOException problem && problem.getCause() != null) {
            err.println("heatwatch: " + text(problem.getCause()));
        } else {
            err.println("heatwatch: internal error: " + e
                    + "; please report it with the command line and the output of HEATWATCH_DEBUG=1");
        }
        if (System.getenv("HEATWATCH_DEBUG") != null) {
            e.printStackTrace(err);
        }
        return FAILED;
    }

    private static String text(IOException e) {
        String file = e instanceof FileSystemException named ? named.getFile() : null;
        return "%s: %s; check the path and its permissions"
                .formatted(file == null ? "a file cannot be read or written" : file, FileProblem.of(e));
    }

    private static int reportMisuse(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("heatwatch: " + CONVERSION.matcher(e.getMessage() + "").replaceAll("'$1' is not valid") + meant(e));
        err.println("Run `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help` for its options.");
        return USAGE;
    }

    /** The command or option that a mistyped one may stand for. */
    private static String meant(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean %s?".formatted(unmatched.getSuggestions().getFirst())
                : "";
    }
}
