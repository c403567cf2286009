package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of hot spots found and missed, over archives. */
final class HotSpotTally {
    private record Key(int looks, String group) {}

    private final Map<Key, List<HotSpotTrials.Outcome>> outcomes = new LinkedHashMap<>();

    void take(JudgedArchive judged, int looks) {
        HotSpotTrials trials = new HotSpotTrials(judged);
        for (String group : judged.archive().scenes().stream()
                .map(ArchiveScene::group)
                .filter(name -> !name.equals(SimulatedArchive.DORMANT))
                .distinct()
                .sorted()
                .toList()) {
            outcomes.computeIfAbsent(new Key(looks, group), _ -> new ArrayList<>())
                    .addAll(trials.search(group));
        }
    }

    /** The table of all that was taken. */
    String table() {
        MarkdownTable table = new MarkdownTable(List.of(
                "scenes",
                "number",
                "factories found",
                "all five found",
                "false spots a scene",
                "position off, rms m",
                "within 1.5 position errors",
                "K m2 over truth"));
        outcomes.forEach((key, found) -> table.row(List.of(
                "%s, %d dormant looks".formatted(key.group(), key.looks()),
                "%d".formatted(found.size()),
                key.group().equals(ReferenceExperiment.IDLE) ? "" : "%.2f".formatted(shareFound(found)),
                key.group().equals(ReferenceExperiment.IDLE) ? "" : "%.2f".formatted(shareWhole(found)),
                "%.4f"
                        .formatted((double) found.stream()
                                        .mapToInt(o -> o.others().size())
                                        .sum()
                                / found.size()),
                number("%.0f", off(found).rootMeanSquare()),
                number("%.2f", within(found)),
                number("%.2f", amounts(found).mean()))));
        return table.toString();
    }

    private static double shareFound(List<HotSpotTrials.Outcome> found) {
        return (double) found.stream().mapToInt(o -> o.matches().size()).sum()
                / found.stream().mapToInt(o -> o.on().size()).sum();
    }

    private static double shareWhole(List<HotSpotTrials.Outcome> found) {
        return (double) found.stream()
                        .filter(o -> o.matches().size() == o.on().size())
                        .count()
                / found.size();
    }

    private static Sample off(List<HotSpotTrials.Outcome> found) {
        return Sample.of(found.stream()
                .flatMap(o -> o.matches().stream())
                .map(m -> m.truth().metres(m.spot()))
                .toList());
    }

    private static double within(List<HotSpotTrials.Outcome> found) {
        return Sample.of(found.stream()
                        .flatMap(o -> o.matches().stream())
                        .map(m -> m.truth().metres(m.spot()) / m.spot().positionError())
                        .toList())
                .share(radii -> radii <= 1.5);
    }

    private static Sample amounts(List<HotSpotTrials.Outcome> found) {
        return Sample.of(found.stream()
                .flatMap(o -> o.matches().stream())
                .map(m -> m.spot().kelvinSquareMetres() / m.truth().kelvinSquareMetres())
                .toList());
    }

    private static String number(String form, double value) {
        return Double.isNaN(value) ? "" : form.formatted(value);
    }
}
