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

/** How often each method sees a factory that is on, beside what was published of such an experiment. */
final class DetectionChapter {
    private static final String SEASONAL = Methods.seasonalZonalMean().name();
    private static final String PIXELS = Methods.pixelResiduals().name();
    private static final String BOUND = Methods.bound().name();
    private static final List<String> GROUPS = List.of("2 K", "3 K", "5 K");

    /** Another implementation's figures for an experiment so described: 90 looks at 2 and 3 K, 36 looks at 2 and 3 K. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            SEASONAL,
            List.of(".29", ".57", ".30", ".57"),
            PIXELS,
            List.of(".50", ".82", ".44", ".76"),
            JudgedArchive.NAME,
            List.of(".55", ".89", ".52", ".84"),
            BOUND,
            List.of(".62", ".93", "", ""));

    private static final double GOAL = 0.9;

    /** Found by giving the chain true samples, true idle ground or the true point spread, one at a time. */
    private static final String WHY =
            "What is lost: the bounds know the true point spread, the chain reads an excess of a sensor with wide tails a seventh too low; idle map, shifts and contrasts have to be fitted, which adds some 4 % to the error; with few looks a score of 99 takes a larger z.";

    private final ReferenceExperiment experiment;
    private final Map<Integer, Detections> detections = new LinkedHashMap<>();

    DetectionChapter(ReferenceExperiment experiment) {
        this.experiment = experiment;
        for (int looks : ReferenceExperiment.LOOKS) {
            detections.put(
                    looks,
                    Detections.of(
                            experiment.trials(looks),
                            ReferenceExperiment.IDLE,
                            experiment.effort().replicates(),
                            looks));
        }
    }

    Detections with(int looks) {
        return Objects.requireNonNull(detections.get(looks));
    }

    Chapter write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(
                "%d simulated archives; the grid of every scene is recovered blindly, from its pixels and the orbit. All methods see the same scenes; intervals hold 90 %% and are clustered by archive and scene. The point spread differs from archive to archive (Gaussian, box-shaped or with wide tails, its width within 3 %%); the chain under test always reckons with the same Gaussian, the bounds know the true one.%n%n"
                        .formatted(experiment.effort().archives()));
        for (int looks : ReferenceExperiment.LOOKS) {
            for (Threshold threshold : Threshold.values()) {
                text.append("### %d dormant looks, %s%n%n".formatted(looks, name(threshold)));
                text.append(table(looks, threshold)).append('\n');
            }
            plot(looks, folder);
            text.append("![Detection with %d dormant looks](validation/detection-%d.png)%n%n".formatted(looks, looks));
        }
        text.append("### Against the bounds and against the other methods\n\n").append(ratios());
        text.append("\n### Facility by facility, 90 dormant looks, score at least 99\n\n")
                .append(byFacility());
        text.append("\n### Beside figures from elsewhere\n\n")
                .append(
                        "An independent implementation on simulations of its own, with the same description (five factories of 3,000-7,000 m2, 30 neighbours, clutter of a scene 30 % of the static one, 0.6 K of each building's own): its figures, then ours at the oracle threshold. Its 36 looks stand beside our 35. It does not state how strong or how smooth its clutter is: ours has 0.8 K at 100 m and scenes differ smoothly over 150 m, for which the naive method comes out the same. The ground of the first real window above is rougher, about 2.2 K: the table of robustness has a row for it.\n\n")
                .append(elsewhere());
        return new Chapter("Detection", text.toString());
    }

    private static String name(Threshold threshold) {
        return switch (threshold) {
            case ORACLE -> "one false alarm in 100, counted (oracle threshold)";
            case NOMINAL -> "score at least 99, as each method believes of itself";
        };
    }

    private String table(int looks, Threshold threshold) {
        MarkdownTable table = new MarkdownTable(List.of("method", "false alarms", "2 K", "3 K", "5 K"));
        for (String method : with(looks).methods()) {
            List<String> row = new ArrayList<>(List.of(
                    method,
                    with(looks)
                            .rate(method, ReferenceExperiment.IDLE, threshold)
                            .toString()));
            GROUPS.forEach(
                    group -> row.add(with(looks).rate(method, group, threshold).toString()));
            table.row(row);
        }
        return table.toString();
    }

    private void plot(int looks, Path folder) throws IOException {
        BarPlot plot = new BarPlot(
                "Factories seen, %d dormant looks".formatted(looks), "excess of the roof", "share of looks", GROUPS);
        for (String method : List.of(SEASONAL, PIXELS, JudgedArchive.NAME, BOUND)) {
            plot.bars(
                    method,
                    GROUPS.stream()
                            .map(group -> with(looks).rate(method, group, Threshold.NOMINAL))
                            .toList());
        }
        plot.write(folder.resolve("detection-%d.png".formatted(looks)));
    }

    private String ratios() {
        MarkdownTable table = new MarkdownTable(List.of("Heat Watch over, score at least 99", "2 K", "3 K"));
        for (int looks : ReferenceExperiment.LOOKS) {
            for (String other : with(looks).methods()) {
                if (!other.equals(JudgedArchive.NAME)) {
                    table.row(List.of(
                            "%s, %d looks".formatted(other, looks),
                            with(looks)
                                    .ratio(JudgedArchive.NAME, other, "2 K", Threshold.NOMINAL)
                                    .toString(),
                            with(looks)
                                    .ratio(JudgedArchive.NAME, other, "3 K", Threshold.NOMINAL)
                                    .toString()));
                }
            }
        }
        StringBuilder text = new StringBuilder(table.toString());
        text.append("\nAimed at: a lower limit of 0.90 or more against the bounds, at 2 and 3 K.");
        for (int looks : ReferenceExperiment.LOOKS) {
            double least = lowestLimit(looks);
            text.append(" With %d dormant looks the lowest is %.3f: %s."
                    .formatted(looks, least, least >= GOAL ? "reached" : "not reached"));
        }
        return text.append(' ').append(WHY).append('\n').toString();
    }

    private double lowestLimit(int looks) {
        return with(looks).methods().stream()
                .filter(method -> method.startsWith("bound"))
                .flatMap(bound -> Stream.of("2 K", "3 K")
                        .map(group -> with(looks).ratio(JudgedArchive.NAME, bound, group, Threshold.NOMINAL)))
                .mapToDouble(Rate::low)
                .min()
                .orElse(Double.NaN);
    }

    private String byFacility() {
        MarkdownTable table = new MarkdownTable(List.of("facility", "false alarms", "2 K", "3 K", "5 K"));
        List<Trial> ours = experiment.trials(ReferenceExperiment.LOOKS[0]).stream()
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
                row.add("%.3f".formatted(Sample.of(tails).share(p -> p < 0.01)));
            }
            table.row(row);
        }
        return table.toString();
    }

    private String elsewhere() {
        MarkdownTable table = new MarkdownTable(List.of("method", "90 looks: 2 K", "3 K", "36 looks: 2 K", "3 K"));
        for (String method : List.of(SEASONAL, PIXELS, JudgedArchive.NAME, BOUND)) {
            List<String> theirs = ELSEWHERE.getOrDefault(method, List.of("", "", "", ""));
            List<String> row = new ArrayList<>(List.of(method));
            int column = 0;
            for (int looks : ReferenceExperiment.LOOKS) {
                for (String group : List.of("2 K", "3 K")) {
                    double ours =
                            with(looks).rate(method, group, Threshold.ORACLE).value();
                    row.add("%s / %.2f".formatted(theirs.get(column++), ours));
                }
            }
            table.row(row);
        }
        return table.toString();
    }
}
