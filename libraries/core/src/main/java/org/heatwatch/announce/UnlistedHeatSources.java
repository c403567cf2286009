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
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Overpass;
import org.heatwatch.site.Feature;

/**
 * Finds heat sources that are hot in two overpasses and that no outline of a named facility or control explains. They
 * show the use of unwatched buildings, and are the only result for sites whose outlines are all placeholders. A hot
 * spot in a single pass is not announced: about one pass in a thousand has a false one.
 */
final class UnlistedHeatSources {
    /** Largest distance between hot spots of one source, in metres: the blur of the sensor. */
    static final double SAME_SOURCE_METRES = 120;

    /** A hot spot this close to an outline is attributed to that outline, in metres. */
    static final double OUTLINE_METRES = 60;

    /** A source that was hot within a year is not new: clouds and repairs make gaps. */
    static final int REMEMBERED_DAYS = 365;

    private final Set<String> named;
    private final List<Source> sources = new ArrayList<>();
    private final List<NotableEvent> events = new ArrayList<>();

    private UnlistedHeatSources(Set<String> named) {
        this.named = named;
    }

    /** The hot spots of one source in all passes. */
    private static final class Source {
        private final UtmPosition place;
        private Overpass latest;
        private boolean isConfirmed;

        private Source(UtmPosition place, Overpass overpass) {
            this.place = place;
            this.latest = overpass;
        }

        private boolean includes(UtmPosition spot, LocalDate date) {
            return place.distance(spot) <= SAME_SOURCE_METRES
                    && latest.date().plusDays(REMEMBERED_DAYS).isAfter(date);
        }
    }

    static List<NotableEvent> of(SiteHistory history) {
        UnlistedHeatSources sources = new UnlistedHeatSources(history.features().stream()
                .map(FeatureHistory::feature)
                .filter(Feature::mayBeNamed)
                .map(Feature::id)
                .collect(Collectors.toSet()));
        history.scenes().stream()
                .filter(scene -> !scene.isSuspect() && scene.isPlaced())
                .forEach(sources::add);
        return sources.events;
    }

    private void add(SceneCheck scene) {
        Acquisition acquisition = scene.product().acquisition();
        List<Source> before = List.copyOf(sources);
        scene.hotSpots().map(HotSpots::spots).orElse(List.of()).stream()
                .filter(spot -> !isOfNamed(spot))
                .map(spot -> new UtmPosition(spot.east(), spot.north()))
                .forEach(spot -> before.reversed().stream()
                        .filter(source -> source.includes(spot, acquisition.date()))
                        .findFirst()
                        .ifPresentOrElse(
                                source -> confirm(source, spot, acquisition),
                                () -> sources.add(new Source(spot, acquisition.overpass()))));
    }

    private void confirm(Source source, UtmPosition spot, Acquisition acquisition) {
        boolean isOfAnotherOverpass = !source.latest.equals(acquisition.overpass());
        source.latest = acquisition.overpass();
        if (!source.isConfirmed && isOfAnotherOverpass) {
            source.isConfirmed = true;
            events.add(new NotableEvent(
                    name(source.place),
                    Topic.HOT_PLACE,
                    acquisition.date(),
                    Optional.of(acquisition),
                    Optional.of(spot)));
        }
    }

    private boolean isOfNamed(HotSpot spot) {
        return spot.nearest().stream().anyMatch(near -> near.metres() <= OUTLINE_METRES && named.contains(near.id()));
    }

    private static String name(UtmPosition place) {
        return String.format(Locale.ROOT, "place-%.0f-%.0f", place.east(), place.north());
    }
}
