package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;

/**
 * Places that are hot in two passes and that no outline of a named facility or control explains. Where outlines are
 * placeholders this is all that can be told, and elsewhere it is how use of an unwatched building shows. One hot spot alone
 * is told by nobody: a pass in a thousand has a false one somewhere.
 */
final class HotPlaces {
    /** The blur of the sensor, by which one place may show as two. */
    static final double SAME_METRES = 120;

    /** A hot spot so near to an outline is that roof's. */
    private static final double OF_ROOF_METRES = 60;

    /** A place that was hot within a year is no news: clouds and repairs make pauses. */
    private static final int REMEMBERED_DAYS = 365;

    private final Set<String> named;
    private final List<Group> groups = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    private HotPlaces(Set<String> named) {
        this.named = named;
    }

    /** Hot spots of one place, however many passes. */
    private static final class Group {
        private final Place place;
        private LocalDate latest;
        private boolean isTold;

        private Group(Place place, LocalDate date) {
            this.place = place;
            this.latest = date;
        }

        private boolean takes(Place spot, LocalDate date) {
            return place.distance(spot) <= SAME_METRES
                    && latest.plusDays(REMEMBERED_DAYS).isAfter(date);
        }
    }

    static List<Occurrence> of(SiteHistory history) {
        HotPlaces places = new HotPlaces(history.roofs().stream()
                .filter(Occurrences::isNamed)
                .map(roof -> roof.feature().id())
                .collect(Collectors.toSet()));
        history.scenes().stream()
                .filter(scene -> !scene.isSuspect() && scene.isPlaced())
                .forEach(places::take);
        return places.occurrences;
    }

    private void take(SceneCheck scene) {
        Acquisition acquisition = scene.product().acquisition();
        List<Group> before = List.copyOf(groups);
        scene.hotSpots().map(HotSpots::spots).orElse(List.of()).stream()
                .filter(spot -> !isOfNamed(spot))
                .map(spot -> new Place(spot.east(), spot.north()))
                .forEach(spot -> before.reversed().stream()
                        .filter(group -> group.takes(spot, acquisition.date()))
                        .findFirst()
                        .ifPresentOrElse(
                                group -> again(group, spot, acquisition),
                                () -> groups.add(new Group(spot, acquisition.date()))));
    }

    private void again(Group group, Place spot, Acquisition acquisition) {
        group.latest = acquisition.date();
        if (!group.isTold) {
            group.isTold = true;
            occurrences.add(new Occurrence(
                    name(group.place),
                    Topic.HOT_PLACE,
                    acquisition.date(),
                    Optional.of(acquisition),
                    Optional.of(spot)));
        }
    }

    private boolean isOfNamed(HotSpot spot) {
        return spot.nearest().stream().anyMatch(near -> near.metres() <= OF_ROOF_METRES && named.contains(near.id()));
    }

    private static String name(Place place) {
        return String.format(Locale.ROOT, "place-%.0f-%.0f", place.east(), place.north());
    }
}
