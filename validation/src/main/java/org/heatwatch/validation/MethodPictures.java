package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.intake.OrbitCalendar;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.site.Role;

/** The pictures of the method's description, from one small archive and a fixed seed. */
public final class MethodPictures {
    private static final long SEED = 3;
    private static final int DORMANT_LOOKS = 60;
    private static final int LOOKS = 64;
    private static final double KELVIN = 3;
    private static final double HOT_KELVIN = 6;
    private static final double CLOUDY = 0.3;
    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final LocalDate ON_FROM = LocalDate.of(2022, 4, 1);
    private static final LocalDate ON_TO = LocalDate.of(2023, 3, 31);
    private static final LocalDate HOT_DAY = LocalDate.of(2025, 1, 1);
    private static final String IDLE = "idle";
    private static final String ON = "on";
    private static final String HOT = "hot";
    private static final Set<Integer> ALL = Set.of(1, 2, 3, 4, 5);

    private MethodPictures() {}

    /**
     * Simulates the archive, judges it and draws.
     *
     * @param folder that gets {@code pixels.png}, {@code idle-map.png}, {@code history.png} and {@code score.png}
     * @throws IOException if a picture cannot be written
     */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ArchiveRecipe recipe = ArchiveRecipe.reference()
                .withDormantLooks(DORMANT_LOOKS)
                .withCloudProbability(CLOUDY)
                .withShape(SpreadShape.GAUSSIAN);
        PixelsPicture.write(recipe, SEED, folder.resolve("pixels.png"));
        SimulatedArchive archive =
                SimulatedArchive.of(recipe, plans(recipe), SEED, Readings.blind(SceneSimulator.DAY_ROTATION));
        IdleMapPicture.write(archive, hot(archive), folder.resolve("idle-map.png"));
        JudgedArchive judged = JudgedArchive.of(without(archive, HOT));
        RoofHistory factory = judged.history().roof("facility-1").orElseThrow();
        HistoryPicture.write(factory, ON_FROM, ON_TO, folder.resolve("history.png"));
        ScorePicture.write(
                Stream.concat(scores(judged, Role.FACILITY, IDLE).stream(), scores(judged, Role.NULL, IDLE).stream())
                        .toList(),
                scores(judged, Role.FACILITY, ON),
                folder.resolve("score.png"));
    }

    private static List<ScenePlan> plans(ArchiveRecipe recipe) {
        List<ScenePlan> plans = new ArrayList<>(ScenePlan.of(recipe, SEED));
        List<ExpectedPass> passes = new ArrayList<>(OrbitCalendar.passes(SimulatedSite.SCENE, FROM, TO));
        Collections.shuffle(passes, Random.from(Seeds.random(SEED, "passes of the picture")));
        for (ExpectedPass pass : passes.subList(0, LOOKS)) {
            boolean on = !pass.date().isBefore(ON_FROM) && !pass.date().isAfter(ON_TO);
            plans.add(plan(on ? ON : IDLE, pass, on ? KELVIN : 0));
        }
        OrbitCalendar.passes(SimulatedSite.SCENE, HOT_DAY, HOT_DAY.plusMonths(1))
                .forEach(pass -> plans.add(plan(HOT, pass, HOT_KELVIN)));
        plans.sort(Comparator.comparing(plan -> plan.pass().at()));
        return plans;
    }

    private static ScenePlan plan(String group, ExpectedPass pass, double kelvin) {
        return new ScenePlan(
                group,
                pass,
                kelvin,
                kelvin > 0 ? ALL : Set.of(),
                Seeds.seed(SEED, pass.acquisition().id()));
    }

    /** The clearest. */
    private static ArchiveScene hot(SimulatedArchive archive) {
        return archive.group(HOT).stream()
                .filter(scene -> scene.sampled().scene().grid() instanceof SampledGrid.Resolved)
                .max(Comparator.comparingDouble(scene -> scene.image().clearFraction()))
                .orElseThrow();
    }

    private static SimulatedArchive without(SimulatedArchive archive, String group) {
        return new SimulatedArchive(
                archive.seed(),
                archive.recipe(),
                archive.site(),
                archive.buildings(),
                archive.spread(),
                archive.scenes().stream()
                        .filter(scene -> !scene.group().equals(group))
                        .toList());
    }

    private static List<Double> scores(JudgedArchive judged, Role role, String group) {
        return judged.looks(role, group).stream()
                .map(look -> look.look().heat().score())
                .toList();
    }
}
