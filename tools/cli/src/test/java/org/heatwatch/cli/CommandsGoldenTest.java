package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.heatwatch.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Commands, their options and parameters, and exit codes, as scripts use them. */
final class CommandsGoldenTest {
    private static final Pattern LAUNCHER = Pattern.compile("\\[ \"\\$\\{1:-}\" = ([a-z]+) ]");

    @TempDir
    private Path folder;

    private static CommandSpec model() {
        return HeatWatch.commandLine().getCommandSpec();
    }

    /** Each command by its name and by its aliases, so that none of them can be removed. */
    private static Map<String, Object> commands(CommandSpec spec) {
        Map<String, Object> commands = new TreeMap<>();
        spec.subcommands().forEach((name, line) -> commands.put(name, command(line.getCommandSpec())));
        return commands;
    }

    private static Map<String, Object> command(CommandSpec spec) {
        Map<String, Object> command = new LinkedHashMap<>();
        Map<String, Object> options = new TreeMap<>();
        spec.options().forEach(option -> {
            for (String name : option.names()) {
                options.put(name, argument(option));
            }
        });
        command.put("options", options);
        Map<String, Object> parameters = new TreeMap<>();
        spec.positionalParameters()
                .forEach(parameter -> parameters.put(parameter.index().toString(), argument(parameter)));
        command.put("parameters", parameters);
        command.put("commands", commands(spec));
        return command;
    }

    private static Map<String, Object> argument(ArgSpec argument) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("arity", argument.arity().toString());
        members.put("required", argument.required());
        members.put("repeatable", argument.isMultiValue());
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            members.put(
                    "values",
                    StreamSupport.stream(candidates.spliterator(), false)
                            .map(value -> value.toLowerCase(Locale.ROOT))
                            .toList());
        }
        String usual = argument.defaultValueString();
        if (usual != null && !usual.equals("null")) {
            members.put("default", usual.toLowerCase(Locale.ROOT));
        }
        return members;
    }

    @Test
    void commandsKeepTheirOptionsAndParameters() {
        Golden.file("cli/commands.json").withSets("/**/values").holdsIn(command(model()));
    }

    @Test
    void theFormerNameOfReextractIsAcceptedButNotShown() {
        assertThat(CommandLineRun.of("resample", "--help").code()).isZero();
        assertThat(CommandLineRun.of("--help").out()).contains("reextract").doesNotContain("resample");
    }

    @Test
    void theLauncherKeepsItsCommands() throws IOException {
        Matcher matcher = LAUNCHER.matcher(Files.readString(Installation.file("heatwatch")));
        Map<String, String> commands = new TreeMap<>();
        while (matcher.find()) {
            commands.put(matcher.group(1), "of the launcher");
        }
        Golden.file("cli/launcher.json").holdsIn(commands);
    }

    /** 0 for success, 1 for failure, 2 for wrong usage. */
    @Test
    void exitCodesStayTheSame() throws IOException {
        Map<String, Integer> codes = new LinkedHashMap<>();
        run(codes, "");
        run(codes, "--help");
        run(codes, "--version");
        run(codes, "no-such-command");
        for (String name : model().subcommands().keySet()) {
            run(codes, name + " --help");
            run(codes, name + " --no-such-option");
        }
        for (String line : List.of(
                "sites check SITE",
                "sites check FILE",
                "sites check FOLDER/none.geojson",
                "sites check",
                "inspect FOLDER",
                "inspect",
                "inspect FOLDER --format xml",
                "score FOLDER --site SITE",
                "score FOLDER",
                "notify FOLDER/none.json --archive BUCKET --site SITE",
                "notify FILE",
                "scenes --data FILE",
                "history --data FILE",
                "hotspots --data FILE",
                "alerts --data FILE",
                "alerts --kind none",
                "heatmap LC08_116034_20230122 -o FOLDER/x.png --data FILE",
                "heatmap LC08_116034_20230122",
                "export --format csv --data FILE",
                "export",
                "demo --data FILE",
                "serve --data FILE",
                "serve --port many",
                "backfill --dry-run --archive BUCKET --site SITE",
                "backfill --archive BUCKET --site SITE --data FILE",
                "backfill --from 2023-02-01 --to 2023-01-01 --site SITE",
                "backfill --archive BUCKET",
                "reextract --data FOLDER/store",
                "reextract --data FILE",
                "resample --data FOLDER/store",
                "resample --data FILE",
                "subscribe desk@example.org",
                "unsubscribe desk@example.org",
                "subscribers")) {
            run(codes, line);
        }
        assertThat(codes.values()).contains(0, 1, 2);
        Golden.file("cli/exit-codes.json").holdsIn(codes);
    }

    private void run(Map<String, Integer> codes, String line) throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "{}");
        List<Object> arguments = new ArrayList<>();
        Stream.of(line.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("SITE", Yard.SITE.toString())
                        .replace("BUCKET", Yard.BUCKET.toString())
                        .replace("FOLDER", folder.toString())
                        .replace("FILE", file.toString()))
                .forEach(arguments::add);
        codes.put("heatwatch " + line, CommandLineRun.of(arguments.toArray()).code());
    }
}
