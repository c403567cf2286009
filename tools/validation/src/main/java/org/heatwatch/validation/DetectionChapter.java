package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.heatwatch.validation.Detections.Threshold;

/** Detection rate of each method, compared with the published rates of an independent implementation. */
final class DetectionChapter {
    private static final String SEASONAL = Methods.seasonalZonalMean().name();
    private static final String PIXELS = Methods.pixelResiduals().name();
    private static final String BOUND = Methods.bound().name();
    private static final List<String> GROUPS = List.of("2 K", "3 K", "5 K");

    /**
     * Rates of the independent implementation: 90 reference scenes at 2 and 3 K, then 36 reference scenes at 2 and 3 K.
     */
    private static final Map<String, List<String>> INDEPENDENT_RATES = Map.of(
            SEASONAL,
            List.of(".29", ".57", ".30", ".57"),
            PIXELS,
            List.of(".50", ".82", ".44", ".76"),
            JudgedArchive.NAME,
            List.of(".55", ".89", ".52", ".84"),
            BOUND,
            List.of(".62", ".93", "", ""));

    private static final double GOAL = 0.9;

    /** Determined by giving the chain the true samples, background or point spread, one at a time. */
    private static final String CAUSES =
            "Causes of the difference: the bounds use the true point spread, while the chain "
                    + "underestimates an excess by a seventh if the sensor has wide tails; background model, shifts "
                    + "and contrasts must be fitted, which adds about 4 % to the error; with few reference scenes, a "
                    + "score of 99 requires a larger z.";

    private final ReferenceExperiment experiment;
    private final Map<Integer, Detections> detections;

    private DetectionChapter(ReferenceExperiment experiment, Map<Integer, Detections> detections) {
        this.experiment = experiment;
        this.detections = detections;
    }

    static DetectionChapter of(ReferenceExperiment experiment) {
        Map<Integer, Detections> detections = new LinkedHashMap<>();
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            detections.put(
                    sceneCount,
                    Detections.of(
                            experiment.trials(sceneCount),
                            ReferenceExperiment.IDLE,
                            experiment.effort().replicates(),
                            sceneCount));
        }
        return new DetectionChapter(experiment, detections);
    }

    /** @param sceneCount number of reference scenes */
    Detections with(int sceneCount) {
        return Objects.requireNonNull(detections.get(sceneCount));
    }

    Chapter write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(("%d simulated archives. The sampling grid of every scene is recovered from its pixels and "
                        + "the orbit alone. All methods process the same scenes. Intervals are 90 %% bootstrap "
                        + "intervals, clustered by archive and scene. The point spread varies between archives "
                        + "(Gaussian, box-shaped or with wide tails, width within 3 %%); the chain under test always "
                        + "assumes the same Gaussian, the bounds use the true point spread.%n%n")
                .formatted(experiment.effort().archives()));
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            for (Threshold threshold : Threshold.values()) {
                text.append("### %d reference scenes, %s%n%n".formatted(sceneCount, name(threshold)));
                text.append(table(sceneCount, threshold)).append('\n');
            }
            plot(sceneCount, folder);
            text.append("![Detection with %d reference scenes](validation/detection-%d.png)%n%n"
                    .formatted(sceneCount, sceneCount));
        }
        text.append("### Comparison with the bounds and the other methods\n\n").append(ratios());
        text.append("\n### Each facility, 90 reference scenes, score of at least 99\n\n")
                .append(byFacility());
        text.append("\n### Comparison with an independent implementation\n\n")
                .append("An independent implementation was evaluated on its own simulations of the same "
                        + "description: five factories of 3,000-7,000 m2, 30 neighbours, background scatter "
                        + "of 30 % of the static contrast, idle variability of 0.6 K per building. Each cell "
                        + "shows its rate, then ours at the oracle threshold; its 36 reference scenes are "
                        + "compared with our 35. It does not state the strength or the smoothness of its "
                        + "background: ours has a static contrast of 0.8 K at 100 m and a scatter that is "
                        + "smooth over 150 m, with which the zonal mean reaches the same rates. The ground "
                        + "of the first real window above is rougher, about 2.2 K; the robustness table has "
                        + "a row for it.\n\n")
                .append(independentRates());
        return new Chapter("Detection", text.toString());
    }

    private static String name(Threshold threshold) {
        return switch (threshold) {
            case ORACLE -> "one false alarm in 100, counted (oracle threshold)";
            case NOMINAL -> "score of at least 99, by the method's own statistics";
        };
    }

    private String table(int sceneCount, Threshold threshold) {
        MarkdownTable table = new MarkdownTable(List.of("method", "false alarms", "2 K", "3 K", "5 K"));
        for (String method : with(sceneCount).methods()) {
            List<String> row = new ArrayList<>(List.of(
                    method,
                    with(sceneCount)
                            .rate(method, ReferenceExperiment.IDLE, threshold)
                            .toString()));
            GROUPS.forEach(group ->
                    row.add(with(sceneCount).rate(method, group, threshold).toString()));
            table.row(row);
        }
        return table.toString();
    }

    private void plot(int sceneCount, Path folder) throws IOException {
        BarPlot plot = new BarPlot(
                "Detection rate, %d reference scenes".formatted(sceneCount),
                "excess of the footprint",
                "share of observations detected",
                GROUPS);
        for (String method : List.of(SEASONAL, PIXELS, JudgedArchive.NAME, BOUND)) {
            plot.bars(
                    method,
                    GROUPS.stream()
                            .map(group -> with(sceneCount).rate(method, group, Threshold.NOMINAL))
                            .toList());
        }
        plot.write(folder.resolve("detection-%d.png".formatted(sceneCount)));
    }

    private String ratios() {
        MarkdownTable table = new MarkdownTable(List.of("Heat Watch relative to, score of at least 99", "2 K", "3 K"));
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            for (String other : with(sceneCount).methods()) {
                if (!other.equals(JudgedArchive.NAME)) {
                    table.row(List.of(
                            "%s, %d reference scenes".formatted(other, sceneCount),
                            with(sceneCount)
                                    .ratio(JudgedArchive.NAME, other, "2 K", Threshold.NOMINAL)
                                    .toString(),
                            with(sceneCount)
                                    .ratio(JudgedArchive.NAME, other, "3 K", Threshold.NOMINAL)
                                    .toString()));
                }
            }
        }
        StringBuilder text = new StringBuilder(table.toString());
        text.append("\nGoal: a lower limit of at least 0.90 relative to the bounds, at 2 and 3 K.");
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            double least = lowestLimit(sceneCount);
            text.append(" With %d reference scenes the lowest limit is %.3f: %s."
                    .formatted(sceneCount, least, least >= GOAL ? "reached" : "not reached"));
        }
        return text.append(' ').append(CAUSES).append('\n').toString();
    }

    private double lowestLimit(int sceneCount) {
        return with(sceneCount).methods().stream()
                .filter(method -> method.startsWith("bound"))
                .flatMap(bound -> Stream.of("2 K", "3 K")
                        .map(group -> with(sceneCount).ratio(JudgedArchive.NAME, bound, group, Threshold.NOMINAL)))
                .mapToDouble(Rate::low)
                .min()
                .orElse(Double.NaN);
    }

    private String byFacility() {
        MarkdownTable table = new MarkdownTable(List.of("facility", "false alarms", "2 K", "3 K", "5 K"));
        List<Trial> ours = experiment.trials(ReferenceExperiment.SCENE_COUNTS[0]).stream()
                .filter(t -> t.method().equals(JudgedArchive.NAME))
                .toList();
        for (String facility :
                ours.stream().map(Trial::facility).distinct().sorted().toList()) {
            List<String> row = new ArrayList<>(List.of(facility));
            for (String group : List.of(ReferenceExperiment.IDLE, "2 K", "3 K", "5 K")) {
                List<Double> tails = ours.stream()
                        .filter(t -> t.facility().equals(facility) && t.group().equals(group))
                        .map(t -> t.score().tailProbability())
                        .toList();
                row.add("%.3f".formatted(SampleStatistics.of(tails).share(p -> p < 0.01)));
            }
            table.row(row);
        }
        return table.toString();
    }

    private String independentRates() {
        MarkdownTable table = new MarkdownTable(
                List.of("method", "90 reference scenes: 2 K", "3 K", "36 reference scenes: 2 K", "3 K"));
        for (String method : List.of(SEASONAL, PIXELS, JudgedArchive.NAME, BOUND)) {
            List<String> theirs = INDEPENDENT_RATES.getOrDefault(method, List.of("", "", "", ""));
            List<String> row = new ArrayList<>(List.of(method));
            int column = 0;
            for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
                for (String group : List.of("2 K", "3 K")) {
                    double ours = with(sceneCount)
                            .rate(method, group, Threshold.ORACLE)
                            .value();
                    row.add("%s / %.2f".formatted(theirs.get(column++), ours));
                }
            }
            table.row(row);
        }
        return table.toString();
    }
}
