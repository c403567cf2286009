package org.heatwatch.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.NotableEvent;
import org.heatwatch.announce.ReportedSources;
import org.heatwatch.announce.Topic;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.history.AssumedReference;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/** The announcements of one kind and run, with the other facts in their mail. */
record MailFacts(
        Site site,
        SiteHistory history,
        Optional<ReportedSources> sources,
        Kind kind,
        List<Announcement> announcements) {

    /**
     * A change of a facility or control in a mail.
     *
     * @param observation that shows the change, if any
     */
    record Row(FeatureHistory facility, Announcement announcement, Optional<JudgedObservation> observation) {

        Optional<JudgedObservation.Scored> scored() {
            return observation.flatMap(JudgedObservation::scored);
        }

        /** The announced change of state. */
        Optional<Transition> transition() {
            return announcement
                    .event()
                    .flatMap(event -> facility.track().transitions().stream()
                            .filter(transition -> transition.date().equals(event.date())
                                    && transition
                                            .to()
                                            .name()
                                            .equals(event.topic().name()))
                            .findFirst());
        }

        /** Whether it announces that the facility has become cooler or warmer than in its reference period. */
        boolean isConfirmedChange() {
            Topic topic = announcement.record().topic();
            return announcement.event().isPresent() && (topic == Topic.LOWER || topic == Topic.HIGHER);
        }

        boolean isProvisional() {
            return observation.filter(JudgedObservation::isProvisional).isPresent();
        }
    }

    /** Changes of facilities and controls, the strongest first. */
    List<Row> rows() {
        return announcements.stream()
                .flatMap(announcement -> history
                        .feature(announcement.record().subject())
                        .filter(facility -> facility.feature().mayBeNamed())
                        .map(facility -> row(facility, announcement))
                        .stream())
                .sorted(Comparator.comparingDouble(row -> -strength(row)))
                .toList();
    }

    /** Changes of one kind, the strongest first. */
    record Group(Topic topic, Announcement.Change change, List<Row> rows) {}

    /** The rows, grouped by topic and change. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (Announcement.Change change : Announcement.Change.values()) {
                List<Row> matching = rows().stream()
                        .filter(row -> row.announcement().record().topic() == topic
                                && row.announcement().change() == change)
                        .toList();
                if (!matching.isEmpty()) {
                    groups.add(new Group(topic, change, matching));
                }
            }
        }
        return groups;
    }

    /** The excess, or the lack of it where a facility has become cooler. */
    private static double strength(Row row) {
        Topic topic = row.announcement().record().topic();
        double sign = topic == Topic.LOWER || topic == Topic.FALLING ? -1 : 1;
        return row.scored().map(scored -> sign * scored.effectiveKelvin()).orElse(Double.NEGATIVE_INFINITY);
    }

    private static Row row(FeatureHistory facility, Announcement announcement) {
        return new Row(
                facility,
                announcement,
                announcement.event().flatMap(NotableEvent::acquisition).flatMap(facility::observation));
    }

    /** Announcements of hot spots outside all features, by change. */
    Map<Announcement.Change, List<Announcement>> heatSourcesByChange() {
        return heatSources().stream()
                .collect(Collectors.groupingBy(Announcement::change, TreeMap::new, Collectors.toList()));
    }

    private List<Announcement> heatSources() {
        return announcements.stream()
                .filter(announcement -> announcement.record().topic() == Topic.HOT_PLACE)
                .toList();
    }

    /** Heat sources of the composite with the same topic and change, the largest amount first. */
    record SourceGroup(Topic topic, Announcement.Change change, List<SourceRow> rows) {}

    /** The heat sources of the composite, grouped by topic and change. */
    List<SourceGroup> sourceGroups() {
        List<SourceRow> rows = sourceRows();
        List<SourceGroup> groups = new ArrayList<>();
        for (Topic topic : List.of(Topic.SOURCE, Topic.SOURCE_ENDED)) {
            for (Announcement.Change change : Announcement.Change.values()) {
                List<SourceRow> matching = rows.stream()
                        .filter(row -> row.announcement().record().topic() == topic
                                && row.announcement().change() == change)
                        .toList();
                if (!matching.isEmpty()) {
                    groups.add(new SourceGroup(topic, change, matching));
                }
            }
        }
        return groups;
    }

    /** The announced heat sources of the composite, the largest amount first. */
    List<SourceRow> sourceRows() {
        return announcements.stream()
                .filter(announcement -> announcement.record().topic().isOfSource())
                .flatMap(announcement -> SourceRow.of(this, announcement).stream())
                .sorted(Comparator.comparingDouble(row -> -row.kelvinSquareMetres()))
                .toList();
    }

    /** The site with the reference that its history was computed with. */
    Site compared() {
        return AssumedReference.of(site, history);
    }

    /** Whether changes in both directions are announced: the states of a facility follow from such a reference. */
    boolean isTwoSided() {
        return site.referenceKind().isTwoSided()
                && history.features().stream()
                        .filter(facility -> facility.feature().role() == Role.FACILITY)
                        .allMatch(
                                facility -> facility.track().current().seenAs().isOf(site.referenceKind()));
    }

    /** The latest pass that the announcements follow from; the latest of all if they follow from none. */
    Optional<SceneCheck> pass() {
        Optional<Acquisition> latest = acquisitions().max(Comparator.naturalOrder());
        return history.scenes().stream()
                .filter(scene ->
                        latest.map(scene.product().acquisition()::equals).orElse(true))
                .reduce((_, later) -> later);
    }

    Optional<JudgedObservation> observation(FeatureHistory facility, SceneCheck pass) {
        return facility.observation(pass.product().acquisition());
    }

    /** The nearest feature whose outline is known. */
    Optional<HotSpot.Nearest> nearest(HotSpot spot) {
        return spot.nearest().stream()
                .filter(near -> site.feature(near.id())
                        .filter(feature -> !Site.isPlaceholder(feature))
                        .isPresent())
                .findFirst();
    }

    /** Whether a better product may still change an announcement. */
    boolean isProvisional() {
        return rows().stream().anyMatch(Row::isProvisional) || acquisitions().anyMatch(this::isInRealTime);
    }

    private Stream<Acquisition> acquisitions() {
        return announcements.stream()
                .flatMap(announcement -> announcement.event().stream())
                .flatMap(event -> event.acquisition().stream());
    }

    boolean isInRealTime(Acquisition acquisition) {
        return history.scenes().stream()
                .map(SceneCheck::product)
                .anyMatch(product -> product.acquisition().equals(acquisition) && product.tier() == Tier.RT);
    }

    Optional<Instant> time(SceneCheck pass) {
        return history.features().stream()
                .flatMap(facility -> observation(facility, pass).stream())
                .map(JudgedObservation::acquiredAt)
                .findFirst();
    }

    List<FeatureHistory> controls() {
        return history.features().stream()
                .filter(control -> control.feature().role() == Role.CONTROL
                        && control.feature().mayBeNamed())
                .toList();
    }

    /** The other facilities that may be named. */
    List<FeatureHistory> others() {
        return history.features().stream()
                .filter(facility -> facility.feature().role() == Role.FACILITY
                        && facility.feature().mayBeNamed())
                .filter(facility -> announcements.stream()
                        .noneMatch(announcement -> announcement
                                .record()
                                .subject()
                                .equals(facility.feature().id())))
                .toList();
    }

    long placeholders() {
        return history.features().stream()
                .filter(facility ->
                        facility.feature().role() == Role.FACILITY && Site.isPlaceholder(facility.feature()))
                .count();
    }

    boolean isUnverified() {
        return Stream.concat(rows().stream().map(Row::facility), controls().stream())
                .anyMatch(facility -> !facility.feature().verified());
    }

    /** The highest confidence of the announcements. */
    Confidence confidence() {
        return rows().stream()
                .flatMap(row -> row.scored().stream())
                .map(JudgedObservation.Scored::confidence)
                .min(Comparator.naturalOrder())
                .orElse(Confidence.MEDIUM);
    }
}
