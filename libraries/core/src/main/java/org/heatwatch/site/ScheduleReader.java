package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.sampling.GridGeometry;

/** Reads when the site is seen and when nothing ran. */
final class ScheduleReader {

    private final Defects defects;

    ScheduleReader(Defects defects) {
        this.defects = defects;
    }

    List<WatchedScene> scenes(Optional<List<JsonNode>> nodes) {
        List<WatchedScene> scenes = new ArrayList<>();
        Set<WrsScene> seen = new HashSet<>();
        if (nodes.isPresent() && nodes.get().isEmpty()) {
            defects.add("collection", "no scenes", "list at least one path and row that shows the site");
        }
        for (int index = 0; index < nodes.orElse(List.of()).size(); index++) {
            String where = "scenes[" + index + "]";
            scene(nodes.get().get(index), where).ifPresent(scene -> {
                if (!seen.add(scene.scene())) {
                    defects.add(where, "path and row " + scene.scene() + " are listed twice", "keep one of them");
                }
                scenes.add(scene);
            });
        }
        return scenes;
    }

    List<DormantPeriod> dormant(List<JsonNode> nodes) {
        List<DormantPeriod> periods = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            String where = "dormant[" + index + "]";
            period(nodes.get(index), where).ifPresent(period -> {
                if (periods.stream().anyMatch(period::overlaps)) {
                    defects.add(where, "overlaps an earlier dormant period", "let each day be in one period only");
                }
                periods.add(period);
            });
        }
        return periods;
    }

    private Optional<WatchedScene> scene(JsonNode node, String where) {
        Members members = new Members(node, where, "", defects);
        Optional<WrsScene> scene = wrsScene(members, where);
        Optional<Pass> pass = members.text("pass").flatMap(text -> pass(text, where));
        Optional<GridGeometry> grid = members.has("grid") ? grid(node.path("grid"), where) : Optional.empty();
        return scene.isPresent() && pass.isPresent()
                ? Optional.of(new WatchedScene(scene.get(), pass.get(), grid))
                : Optional.empty();
    }

    private Optional<WrsScene> wrsScene(Members members, String where) {
        Optional<Integer> path = members.integer("path");
        Optional<Integer> row = members.integer("row");
        if (path.isEmpty() || row.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WrsScene(path.get(), row.get()));
        } catch (IllegalArgumentException e) {
            defects.add(where, messageOf(e), "give the WRS-2 path and row that shows the site");
            return Optional.empty();
        }
    }

    private Optional<Pass> pass(String text, String where) {
        Optional<Pass> pass = Arrays.stream(Pass.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        if (pass.isEmpty()) {
            defects.add(where, "unknown pass '" + text + "'", "use day or night");
        }
        return pass;
    }

    private Optional<GridGeometry> grid(JsonNode node, String where) {
        Members members = new Members(node, where, "grid.", defects);
        Optional<Double> rotation = members.number("rotationDegrees");
        Optional<Double> across = members.number("acrossMetres");
        Optional<Double> along = members.number("alongMetres");
        Optional<Double> shear = members.number("shear");
        if (rotation.isEmpty() || across.isEmpty() || along.isEmpty() || shear.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GridGeometry(rotation.get(), across.get(), along.get(), shear.get()));
        } catch (IllegalArgumentException e) {
            defects.add(where, messageOf(e), "measure it again, or leave grid out");
            return Optional.empty();
        }
    }

    private Optional<DormantPeriod> period(JsonNode node, String where) {
        Members members = new Members(node, where, "", defects);
        var from = members.date("from");
        var to = members.date("to");
        var weight = members.number("weight");
        if (from.isEmpty() || to.isEmpty() || weight.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DormantPeriod(from.get(), to.get(), weight.get()));
        } catch (IllegalArgumentException e) {
            defects.add(where, messageOf(e), "correct the dates or the weight");
            return Optional.empty();
        }
    }

    private static String messageOf(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
