package org.heatwatch.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heatwatch.local.store.LocalStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "heatmap",
        description = "Draws what a pass showed above the idle map, with outlines, states and hot spots.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  heatwatch heatmap LC08_116034_20251104 -o map.png --data data/demo"})
final class HeatMapCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ACQUISITION", description = "A pass, such as LC08_116034_20251104.")
    @SuppressWarnings("NullAway.Init")
    private String acquisition;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "PNG file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            ToldSite told = ToldSite.of(options.site(store), store);
            Output.write(output, told.heatMap(Passes.find(told.history(), acquisition)));
            spec.commandLine().getOut().println(output);
            return 0;
        }
    }
}
