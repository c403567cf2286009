package org.heatwatch.site.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Selects from the outlines of a map those that the sensor can show: of at least one pixel, none inside another one.
 * Smaller ones that touch each other are joined.
 */
final class BuildingSelection {
    /** One pixel, the smallest building that is judged. */
    static final double PIXEL_SQUARE_METRES = 900;

    /** Distance within which two outlines touch each other, since maps leave gaps between walls. */
    private static final double TOUCHING_METRES = 1;
    /** Share of an outline that is covered by a larger one, above which both are the same building. */
    private static final double SAME_BUILDING = 0.5;

    private final UtmProjection utm;
    private final List<Building> buildings;
    private int overlapping;
    private int joined;
    private int joinedInto;
    private int tooSmall;

    /**
     * A selected building.
     *
     * @param lonLat valid, in degrees
     */
    record Building(Optional<String> sourceId, Optional<String> name, Geometry lonLat, Geometry utm) {
        double area() {
            return utm.getArea();
        }
    }

    BuildingSelection(List<ImportedOutline> outlines, UtmProjection utm) {
        this.utm = utm;
        List<Building> all = outlines.stream()
                .map(outline -> building(outline.sourceId(), outline.name(), outline.lonLat()))
                .flatMap(Optional::stream)
                .toList();
        this.buildings = joined(withoutCovered(all));
    }

    private Optional<Building> building(Optional<String> id, Optional<String> name, Geometry outline) {
        return WrittenOutline.rounded(outline).map(lonLat -> new Building(id, name, lonLat, utm.toUtm(lonLat)));
    }

    /** The buildings in the order of the file. */
    List<Building> buildings() {
        return buildings;
    }

    /** What became of the outlines of a file, of which some buildings were used as facilities and as neighbours. */
    ImportReport report(OutlineFile file, int facilities, int neighbours) {
        return new ImportReport(file, facilities, neighbours, joined, joinedInto, tooSmall, overlapping);
    }

    /** Whether one of two outlines covers most of the other one, so that both are the same building. */
    static boolean areSame(Geometry one, Geometry other) {
        return one.intersects(other)
                && OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea()
                        > SAME_BUILDING * Math.min(one.getArea(), other.getArea());
    }

    private List<Building> withoutCovered(List<Building> all) {
        STRtree tree = tree(all);
        boolean[] covered = new boolean[all.size()];
        for (int larger : bySize(all)) {
            if (covered[larger]) {
                continue;
            }
            for (int smaller : near(tree, all.get(larger).utm(), 0)) {
                if (smaller != larger && !covered[smaller] && isCovered(all.get(smaller), all.get(larger))) {
                    covered[smaller] = true;
                    overlapping++;
                }
            }
        }
        return IntStream.range(0, all.size())
                .filter(i -> !covered[i])
                .mapToObj(all::get)
                .toList();
    }

    private static List<Integer> bySize(List<Building> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -all.get(i).area()))
                .toList();
    }

    private static boolean isCovered(Building smaller, Building larger) {
        return smaller.area() <= larger.area() && areSame(smaller.utm(), larger.utm());
    }

    /** Keeps large ones, and replaces small ones that touch each other by one if it is large. */
    private List<Building> joined(List<Building> all) {
        TreeMap<Integer, Building> kept = new TreeMap<>();
        List<Integer> small = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).area() >= PIXEL_SQUARE_METRES) {
                kept.put(i, all.get(i));
            } else {
                small.add(i);
            }
        }
        for (List<Integer> group : touching(all, small)) {
            Optional<Building> one = group.size() == 1 ? Optional.empty() : union(all, group);
            one.ifPresentOrElse(
                    building -> {
                        kept.put(group.getFirst(), building);
                        joined += group.size();
                        joinedInto++;
                    },
                    () -> tooSmall += group.size());
        }
        return List.copyOf(kept.values());
    }

    /** One building with the id of its largest part and the name of its largest part with a name. */
    private Optional<Building> union(List<Building> all, List<Integer> group) {
        List<Building> parts = group.stream()
                .map(all::get)
                .sorted(Comparator.comparingDouble(Building::area).reversed())
                .toList();
        if (parts.stream().mapToDouble(Building::area).sum() < PIXEL_SQUARE_METRES) {
            return Optional.empty();
        }
        Geometry union =
                OverlayNGRobust.union(parts.stream().map(Building::lonLat).toList());
        Optional<String> name =
                parts.stream().flatMap(part -> part.name().stream()).findFirst();
        return building(parts.getFirst().sourceId(), name, union)
                .filter(building -> building.area() >= PIXEL_SQUARE_METRES);
    }

    /** Groups of outlines that are connected by touching ones, each in the order of the file. */
    private static List<List<Integer>> touching(List<Building> all, List<Integer> small) {
        STRtree tree = new STRtree();
        small.forEach(i -> tree.insert(all.get(i).utm().getEnvelopeInternal(), i));
        tree.build();
        boolean[] seen = new boolean[all.size()];
        List<List<Integer>> groups = new ArrayList<>();
        for (int first : small) {
            if (seen[first]) {
                continue;
            }
            seen[first] = true;
            List<Integer> group = new ArrayList<>(List.of(first));
            for (int next = 0; next < group.size(); next++) {
                Geometry one = all.get(group.get(next)).utm();
                for (int other : near(tree, one, TOUCHING_METRES)) {
                    if (!seen[other] && one.isWithinDistance(all.get(other).utm(), TOUCHING_METRES)) {
                        seen[other] = true;
                        group.add(other);
                    }
                }
            }
            groups.add(group.stream().sorted().toList());
        }
        return groups;
    }

    private static STRtree tree(List<Building> all) {
        STRtree tree = new STRtree();
        for (int i = 0; i < all.size(); i++) {
            tree.insert(all.get(i).utm().getEnvelopeInternal(), i);
        }
        tree.build();
        return tree;
    }

    private static List<Integer> near(STRtree tree, Geometry geometry, double metres) {
        var envelope = geometry.getEnvelopeInternal();
        envelope.expandBy(metres);
        List<Integer> found = new ArrayList<>();
        for (Object item : tree.query(envelope)) {
            found.add((Integer) item);
        }
        return found;
    }
}
