package org.heatwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The starts of a function under the emulator, and their medians as a row of a table. */
final class ColdStarts {
    /** Number of starts per function, set with {@code -Dheatwatch.starts=5}. */
    static final int COUNT = Integer.getInteger("heatwatch.starts", 1);

    static final String HEAD = """
            | function | zip | until ready | until the first response | processor time | peak memory |
            |---|---|---|---|---|---|""";

    private static final List<ToDoubleFunction<Start>> FIGURES =
            List.of(Start::ready, Start::first, Start::processor, Start::memory);

    private final EmulatedFunction function;
    private final Check check;
    private final List<Start> starts = new ArrayList<>();

    /** @param check of each response */
    ColdStarts(EmulatedFunction function, Check check) {
        this.function = function;
        this.check = check;
    }

    /** A check of a response, while the function still runs. */
    @FunctionalInterface
    interface Check {
        void of(String response, Emulator emulator) throws IOException;
    }

    /**
     * What a start took.
     *
     * @param ready milliseconds until the function requested its first event
     * @param first milliseconds until it had responded to it
     * @param processor milliseconds of processor time until then
     * @param memory largest resident memory until then, in MB
     */
    private record Start(double ready, double first, double processor, double memory) {}

    /**
     * Starts functions several times, in turn, and in every second round in the opposite order. If there is anything to
     * compare, the starts of a round before these, which fills the caches of the machine, are not counted.
     *
     * @param events the event of each start
     * @param program path of the emulator
     * @param folder for the logs
     */
    static void inTurn(List<ColdStarts> functions, Supplier<String> events, Path program, Path folder)
            throws IOException, InterruptedException {
        for (int round = functions.size() > 1 || COUNT > 1 ? -1 : 0; round < COUNT; round++) {
            for (ColdStarts each : round % 2 == 0 ? functions : functions.reversed()) {
                if (round >= 0) {
                    each.starts.add(each.start(events.get(), program, folder));
                } else {
                    each.uncounted(events.get(), program, folder);
                }
            }
        }
    }

    /** Starts the function, only for what it does. */
    void uncounted(String event, Path program, Path folder) throws IOException, InterruptedException {
        Start _ = start(event, program, folder);
    }

    private Start start(String event, Path program, Path folder) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, function.name(), ".log");
        long begin = System.nanoTime();
        try (Emulator emulator = Emulator.start(program, function, log)) {
            String response = emulator.invoke(event);
            double first = (System.nanoTime() - begin) / 1e6;
            Start start = new Start(emulator.initialisation(), first, emulator.processorTime(), emulator.peakMemory());
            check.of(response, emulator);
            return start;
        }
    }

    /** The size of the package and the medians. */
    String row() throws IOException {
        return "| %s | %.1f MB | %.0f ms | %.0f ms | %.0f ms | %.0f MB |"
                .formatted(Stream.concat(
                                Stream.of(function.name(), Files.size(function.zip()) / 1e6),
                                FIGURES.stream().map(this::median))
                        .toArray());
    }

    private double median(ToDoubleFunction<Start> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
    }

    /** The ratios to another function, start by start: their median, and their quartiles as the spread. */
    String ratios(ColdStarts other) throws IOException {
        double sizes = (double) Files.size(function.zip()) / Files.size(other.function.zip());
        return "| %s / %s | %.2f |".formatted(function.name(), other.function.name(), sizes)
                + FIGURES.stream().map(figure -> ratio(other, figure)).collect(Collectors.joining());
    }

    private String ratio(ColdStarts other, ToDoubleFunction<Start> figure) {
        double[] ratios = IntStream.range(0, starts.size())
                .mapToDouble(i -> figure.applyAsDouble(starts.get(i)) / figure.applyAsDouble(other.starts.get(i)))
                .sorted()
                .toArray();
        int count = ratios.length;
        return " %.2f (%.2f to %.2f) |".formatted(ratios[count / 2], ratios[count / 4], ratios[3 * count / 4]);
    }
}
