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

/** Reads the watched scenes and the reference periods. */
final class ScheduleReader {

    private static final String REFERENCE = "reference";
    private static final String KIND = "kind";

    /** The name of {@link #REFERENCE} in definitions written before version 1. */
    private static final String OLD_REFERENCE = "dormant";

    private final Defects defects;

    ScheduleReader(Defects defects) {
        this.defects = defects;
    }

    List<WatchedScene> scenes(Optional<List<JsonNode>> nodes) {
        List<WatchedScene> scenes = new ArrayList<>();
        Set<WrsScene> seen = new HashSet<>();
        if (nodes.isPresent() && nodes.get().isEmpty()) {
            defects.add("collection", "scenes is empty", "list at least one path and row that shows the site");
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

    /**
     * Reads the reference periods; none if the member is absent or empty.
     *
     * @param collection members of the collection: {@code reference}, or {@code dormant} in older definitions
     */
    List<ReferencePeriod> referencePeriods(Members collection) {
        String member = REFERENCE;
        if (collection.has(OLD_REFERENCE)) {
            if (collection.has(REFERENCE)) {
                defects.add(
                        "collection",
                        "both reference and dormant, which is the old name of reference",
                        "move all periods to reference and remove dormant");
                return List.of();
            }
            member = OLD_REFERENCE;
        }
        return collection.has(member) ? periods(member, collection.list(member).orElse(List.of())) : List.of();
    }

    private List<ReferencePeriod> periods(String member, List<JsonNode> nodes) {
        List<ReferencePeriod> periods = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            String where = member + "[" + index + "]";
            period(nodes.get(index), where).ifPresent(period -> {
                if (periods.stream().anyMatch(period::overlaps)) {
                    defects.add(where, "overlaps an earlier reference period", "include each day in one period only");
                }
                if (!periods.isEmpty() && periods.getFirst().kind() != period.kind()) {
                    defects.add(
                            where,
                            "kind %s, after a period of kind %s: a site is compared with idle or with operating times"
                                    .formatted(
                                            period.kind().code(),
                                            periods.getFirst().kind().code()),
                            "keep the periods of one kind");
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
            defects.add(where, messageOf(e), "give the path and row of a WRS-2 scene that shows the site");
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
            defects.add(where, messageOf(e), "measure the grid again, or omit it");
            return Optional.empty();
        }
    }

    private Optional<ReferencePeriod> period(JsonNode node, String where) {
        Members members = new Members(node, where, "", defects);
        var from = members.date("from");
        var to = members.date("to");
        var weight = members.number("weight");
        var kind = members.has(KIND)
                ? members.text(KIND).flatMap(text -> kind(text, where))
                : Optional.of(ReferenceKind.IDLE);
        if (from.isEmpty() || to.isEmpty() || weight.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReferencePeriod(from.get(), to.get(), weight.get(), kind.get()));
        } catch (IllegalArgumentException e) {
            defects.add(where, messageOf(e), "correct the dates or the weight");
            return Optional.empty();
        }
    }

    private Optional<ReferenceKind> kind(String text, String where) {
        Optional<ReferenceKind> kind = ReferenceKind.ofCode(text);
        if (kind.isEmpty()) {
            defects.add(where, "unknown kind '" + text + "'", "use idle or operating");
        }
        return kind;
    }

    private static String messageOf(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
