package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts found and missed hot spots over archives. */
final class HotSpotTally {
    private record Key(int sceneCount, String group) {}

    private final Map<Key, List<HotSpotTrials.Outcome>> outcomes = new LinkedHashMap<>();

    void take(JudgedArchive judged, int sceneCount) {
        HotSpotTrials trials = new HotSpotTrials(judged);
        for (String group : judged.archive().scenes().stream()
                .map(ArchiveScene::group)
                .filter(name -> !name.equals(SimulatedArchive.REFERENCE))
                .distinct()
                .sorted()
                .toList()) {
            outcomes.computeIfAbsent(new Key(sceneCount, group), _ -> new ArrayList<>())
                    .addAll(trials.search(group));
        }
    }

    /** The table of all counts. */
    String table() {
        MarkdownTable table = new MarkdownTable(List.of(
                "scenes",
                "number",
                "factories found",
                "all five found",
                "false hot spots per scene",
                "position error, rms m",
                "within 1.5 position errors",
                "K m2 relative to truth"));
        outcomes.forEach((key, found) -> table.row(List.of(
                "%s, %d reference scenes".formatted(key.group(), key.sceneCount()),
                "%d".formatted(found.size()),
                key.group().equals(ReferenceExperiment.IDLE) ? "" : "%.2f".formatted(shareFound(found)),
                key.group().equals(ReferenceExperiment.IDLE) ? "" : "%.2f".formatted(shareOfScenesWithAllFound(found)),
                "%.4f"
                        .formatted((double) found.stream()
                                        .mapToInt(o -> o.others().size())
                                        .sum()
                                / found.size()),
                number("%.0f", positionErrors(found).rootMeanSquare()),
                number("%.2f", shareWithinErrors(found)),
                number("%.2f", amountRatios(found).mean()))));
        return table.toString();
    }

    private static double shareFound(List<HotSpotTrials.Outcome> found) {
        return (double) found.stream().mapToInt(o -> o.matches().size()).sum()
                / found.stream().mapToInt(o -> o.on().size()).sum();
    }

    private static double shareOfScenesWithAllFound(List<HotSpotTrials.Outcome> found) {
        return (double) found.stream()
                        .filter(o -> o.matches().size() == o.on().size())
                        .count()
                / found.size();
    }

    private static SampleStatistics positionErrors(List<HotSpotTrials.Outcome> found) {
        return SampleStatistics.of(found.stream()
                .flatMap(o -> o.matches().stream())
                .map(m -> m.truth().metres(m.spot()))
                .toList());
    }

    private static double shareWithinErrors(List<HotSpotTrials.Outcome> found) {
        return SampleStatistics.of(found.stream()
                        .flatMap(o -> o.matches().stream())
                        .map(m -> m.truth().metres(m.spot()) / m.spot().positionError())
                        .toList())
                .share(radii -> radii <= 1.5);
    }

    private static SampleStatistics amountRatios(List<HotSpotTrials.Outcome> found) {
        return SampleStatistics.of(found.stream()
                .flatMap(o -> o.matches().stream())
                .map(m -> m.spot().kelvinSquareMetres() / m.truth().kelvinSquareMetres())
                .toList());
    }

    private static String number(String form, double value) {
        return Double.isNaN(value) ? "" : form.formatted(value);
    }
}
