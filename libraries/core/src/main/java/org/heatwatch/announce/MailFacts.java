package org.heatwatch.announce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/** The news of one kind and run with all that a mail says around them. */
record MailFacts(Site site, SiteHistory history, Kind kind, List<News> news) {

    /**
     * A change of a facility or control as a mail tells it.
     *
     * @param look what the pass said of it, if the change rests on a pass that saw it
     */
    record Row(RoofHistory roof, News news, Optional<JudgedObservation> look) {

        Optional<JudgedObservation.Scored> scored() {
            return look.flatMap(JudgedObservation::scored);
        }

        /** The step in the history that is told. */
        Optional<Transition> transition() {
            return news.occurrence()
                    .flatMap(o -> roof.track().transitions().stream()
                            .filter(t -> t.date().equals(o.date())
                                    && t.to().name().equals(o.topic().name()))
                            .findFirst());
        }

        boolean isProvisional() {
            return look.filter(JudgedObservation::isProvisional).isPresent();
        }
    }

    /** Changes of facilities and controls, the warmest first. */
    List<Row> rows() {
        return news.stream()
                .flatMap(n ->
                        history
                                .roof(n.marker().subject())
                                .filter(Occurrences::isNamed)
                                .map(roof -> row(roof, n))
                                .stream())
                .sorted(Comparator.comparingDouble(row -> -warmth(row)))
                .toList();
    }

    /** Changes of one kind, the warmest first. */
    record Group(Topic topic, News.Change change, List<Row> rows) {}

    /** The rows by what they tell. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (News.Change change : News.Change.values()) {
                List<Row> its = rows().stream()
                        .filter(row -> row.news().marker().topic() == topic
                                && row.news().change() == change)
                        .toList();
                if (!its.isEmpty()) {
                    groups.add(new Group(topic, change, its));
                }
            }
        }
        return groups;
    }

    private static double warmth(Row row) {
        return row.scored().map(JudgedObservation.Scored::effectiveKelvin).orElse(Double.NEGATIVE_INFINITY);
    }

    private static Row row(RoofHistory roof, News news) {
        return new Row(
                roof, news, news.occurrence().flatMap(Occurrence::acquisition).flatMap(roof::look));
    }

    /** News of places, by what they say of them. */
    Map<News.Change, List<News>> placesByChange() {
        return places().stream().collect(Collectors.groupingBy(News::change, TreeMap::new, Collectors.toList()));
    }

    List<News> places() {
        return news.stream().filter(n -> n.marker().topic() == Topic.HOT_PLACE).toList();
    }

    /** The latest pass that the news rest on; the latest of all where they rest on none. */
    Optional<SceneCheck> pass() {
        Optional<Acquisition> latest = news.stream()
                .flatMap(n -> n.occurrence().stream())
                .flatMap(o -> o.acquisition().stream())
                .max(Comparator.naturalOrder());
        return history.scenes().stream()
                .filter(s -> latest.map(s.product().acquisition()::equals).orElse(true))
                .reduce((_, later) -> later);
    }

    Optional<JudgedObservation> look(RoofHistory roof, SceneCheck pass) {
        return roof.look(pass.product().acquisition());
    }

    /** The nearest feature that may be named. */
    Optional<HotSpot.Nearest> nearest(HotSpot spot) {
        return spot.nearest().stream()
                .filter(near -> site.feature(near.id())
                        .filter(f -> !Site.isPlaceholder(f))
                        .isPresent())
                .findFirst();
    }

    /** Whether a better product may still change what is told. */
    boolean isProvisional() {
        return rows().stream().anyMatch(Row::isProvisional)
                || news.stream()
                        .flatMap(n -> n.occurrence().stream())
                        .flatMap(o -> o.acquisition().stream())
                        .anyMatch(this::isInRealTime);
    }

    boolean isInRealTime(Acquisition acquisition) {
        return history.scenes().stream()
                .map(SceneCheck::product)
                .anyMatch(p -> p.acquisition().equals(acquisition) && p.tier() == Tier.RT);
    }

    Optional<Instant> time(SceneCheck pass) {
        return history.roofs().stream()
                .flatMap(roof -> look(roof, pass).stream())
                .map(JudgedObservation::acquiredAt)
                .findFirst();
    }

    List<RoofHistory> controls() {
        return history.roofs().stream()
                .filter(roof -> roof.feature().role() == Role.CONTROL && Occurrences.isNamed(roof))
                .toList();
    }

    /** Facilities that may be named and that this does not tell of. */
    List<RoofHistory> others() {
        return history.roofs().stream()
                .filter(roof -> roof.feature().role() == Role.FACILITY && Occurrences.isNamed(roof))
                .filter(roof -> news.stream()
                        .noneMatch(
                                n -> n.marker().subject().equals(roof.feature().id())))
                .toList();
    }

    long placeholders() {
        return history.roofs().stream()
                .filter(roof -> roof.feature().role() == Role.FACILITY && Site.isPlaceholder(roof.feature()))
                .count();
    }

    boolean isUnverified() {
        return Stream.concat(rows().stream().map(Row::roof), controls().stream())
                .anyMatch(roof -> !roof.feature().verified());
    }

    /** Of the surest news. */
    Confidence confidence() {
        return rows().stream()
                .flatMap(row -> row.scored().stream())
                .map(JudgedObservation.Scored::confidence)
                .min(Comparator.naturalOrder())
                .orElse(Confidence.MEDIUM);
    }
}
