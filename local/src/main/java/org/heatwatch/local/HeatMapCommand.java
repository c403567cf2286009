package org.heatwatch.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.pictures.HeatMapPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "heatmap",
        description = "Draws what a pass showed above the idle map, with outlines, states and hot spots.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  heatwatch heatmap LC08_116034_20251104 -o map.png --data data/demo"})
final class HeatMapCommand implements Callable<Integer> {
    static final int USUAL_SIZE = 1800;

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

    @Option(
            names = "--quantity",
            description =
                    "${COMPLETION-CANDIDATES}: kelvin, or the same over the scatter of quiet ground; default: EXCESS.")
    private HeatMapPicture.Quantity quantity = HeatMapPicture.Quantity.EXCESS;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Width, " + HeatMapPicture.NARROWEST + " to " + HeatMapPicture.WIDEST + "; default: "
                    + USUAL_SIZE + ".")
    private int size = USUAL_SIZE;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            ToldSite told = ToldSite.of(options.site(store), store);
            Output.write(output, told.heatMap(Passes.find(told.history(), acquisition), quantity, size()));
            spec.commandLine().getOut().println(output);
            return 0;
        }
    }

    private int size() {
        if (size < HeatMapPicture.NARROWEST || size > HeatMapPicture.WIDEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--size %d: must be %d to %d".formatted(size, HeatMapPicture.NARROWEST, HeatMapPicture.WIDEST));
        }
        return size;
    }
}
