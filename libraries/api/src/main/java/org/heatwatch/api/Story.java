package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.language.Words;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;

/**
 * What is to be said of a site first: in one sentence what is warmer than when idle, since when, how sure that is, and when
 * the site was last seen; then what speaks against it. What was not seen is never said to be cold.
 */
final class Story {
    /** What is not warm, in the order in which it is told. */
    private static final List<FacilityState> COUNTED = List.of(
            FacilityState.SUSPECT,
            FacilityState.COOLING,
            FacilityState.OFF,
            FacilityState.STALE,
            FacilityState.UNKNOWN,
            FacilityState.UNCALIBRATED);

    /** More names than these are not read. */
    private static final int MOST_NAMES = 6;

    /** Two visits of one satellite, or four of both. */
    private static final int LONG_UNSEEN_DAYS = 32;

    private static final int OLD_AFTER_DAYS = 2;

    private final PublishedSite view;
    private final Words words;
    private final Instant now;
    private final List<Feature> factories;

    /** @param now tells how long ago it was told; what it tells does not change with it */
    Story(PublishedSite view, Words words, Instant now) {
        this.view = view;
        this.words = words;
        this.now = now;
        this.factories = view.watched().stream()
                .filter(feature -> feature.role() == Role.FACILITY)
                .toList();
    }

    /**
     * A sentence.
     *
     * @param lead its first words, which say the most
     */
    record Sentence(String lead, String rest) {}

    /** What the template of the dashboard shows. */
    Map<String, Object> model(Addresses to) {
        Map<String, Object> model = new LinkedHashMap<>();
        Sentence sentence = sentence();
        model.put("simulated", view.isSimulated());
        model.put("siteName", view.site().name());
        model.put("lead", sentence.lead());
        model.put("rest", sentence.rest());
        model.put("told", view.manifest().isPresent());
        model.put(
                "asOf",
                view.asOf().map(day -> words.say("as.of", "day", day(day))).orElse(""));
        model.put("notes", notes().stream().map(note -> Map.of("text", note)).toList());
        model.put(
                "rows",
                view.watched().stream()
                        .map(feature -> Map.of(
                                "id", feature.id(),
                                "label", label(feature),
                                "address",
                                        to.of("/collections/facilities/items/" + Ids.join(view.id(), feature.id())
                                                + "?f=html"),
                                "state", state(feature).name(),
                                "stateWord", words.say("state." + state(feature)),
                                "excess", latest(feature).map(this::excess).orElseGet(() -> words.say("never.seen")),
                                "since", since(feature).map(this::day).orElse("")))
                        .toList());
        return model;
    }

    Sentence sentence() {
        if (view.manifest().isEmpty()) {
            return new Sentence(words.say("story.untold"), words.say("story.untold.rest"));
        }
        Optional<Instant> seen = lastSeen();
        if (seen.isEmpty()) {
            boolean unjudged = factories.stream().anyMatch(feature -> state(feature) == FacilityState.UNCALIBRATED);
            return new Sentence(
                    words.say("story.unseen", "all", factories.size()),
                    words.say(unjudged ? "story.unjudged.rest" : "story.unseen.rest"));
        }
        String last = words.say("story.seen", "seen", time(seen.get()));
        List<Feature> on = factories.stream()
                .filter(feature -> state(feature) == FacilityState.ON)
                .sorted(Comparator.comparingDouble(this::kelvin).reversed())
                .toList();
        if (on.isEmpty()) {
            return new Sentence(
                    words.say("story.none"), words.say("story.none.rest", "states", states(), "last", last));
        }
        String lead = words.say(
                on.size() == 1 ? "story.on.one" : "story.on.many", "count", on.size(), "all", factories.size());
        boolean together =
                on.size() > 1 && on.stream().map(this::since).distinct().count() == 1;
        boolean provisional = on.stream().allMatch(this::isProvisional);
        List<String> names = new ArrayList<>(on.stream()
                .limit(MOST_NAMES)
                .map(feature -> told(feature, together, provisional))
                .toList());
        if (on.size() > MOST_NAMES) {
            names.add(words.say("story.more", "count", on.size() - MOST_NAMES));
        }
        String when = together
                ? words.say(
                        "story.since",
                        "since",
                        since(on.getFirst()).map(this::day).orElse("?"))
                : "";
        String whole = provisional ? when + words.say("story.provisional") : when;
        return new Sentence(
                lead,
                words.say(
                        "story.on.rest",
                        "names",
                        list(names),
                        "since",
                        whole,
                        "confidence",
                        confidence(on),
                        "last",
                        last));
    }

    /** What is the same for all is said once for all. */
    private String told(Feature feature, boolean withoutDay, boolean withoutProvisional) {
        return words.say(
                withoutDay ? "story.one" : "story.one.since",
                "name",
                label(feature),
                "since",
                since(feature).map(this::day).orElse("?"),
                "excess",
                latest(feature)
                        .map(look -> withoutProvisional ? number(look) : excess(look))
                        .orElseGet(() -> words.say("never.seen")));
    }

    private boolean isProvisional(Feature feature) {
        return latest(feature).map(PublishedObservation::provisional).orElse(false);
    }

    /** How sure: of all the same, or counted. */
    private String confidence(List<Feature> on) {
        Map<Confidence, Long> counts = on.stream()
                .map(feature -> latest(feature)
                        .map(PublishedObservation::confidence)
                        .filter(Objects::nonNull)
                        .orElse(Confidence.LOW))
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        return words.say(
                "story.confidence",
                "word",
                counts.entrySet().stream()
                        .map(counted -> counts.size() == 1
                                ? word(counted.getKey())
                                : words.say(
                                        "story.confidence.of",
                                        "word",
                                        word(counted.getKey()),
                                        "count",
                                        counted.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private String word(Confidence confidence) {
        return words.say("confidence." + PublishedJson.text(confidence));
    }

    /** How many factories are in which state. */
    private String states() {
        return COUNTED.stream()
                .map(state -> Map.entry(
                        state,
                        factories.stream()
                                .filter(feature -> state(feature) == state)
                                .count()))
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> words.say("story.count." + entry.getKey(), "count", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What a reader must know before the sentence is trusted, the gravest first. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (view.manifest().isEmpty()) {
            return notes;
        }
        LocalDate asOf = view.asOf().orElseThrow();
        long old = ChronoUnit.DAYS.between(asOf, now.atOffset(ZoneOffset.UTC).toLocalDate());
        if (!view.isSimulated() && old > OLD_AFTER_DAYS) {
            notes.add(words.say("note.old", "days", old, "asOf", day(asOf)));
        }
        List<String> hotControls = view.watched().stream()
                .filter(feature -> feature.role() == Role.CONTROL)
                .filter(feature -> List.of(FacilityState.ON, FacilityState.SUSPECT, FacilityState.COOLING)
                        .contains(state(feature)))
                .map(this::label)
                .toList();
        if (!hotControls.isEmpty()) {
            notes.add(words.say("note.control", "names", list(hotControls)));
        }
        lastSeen().ifPresent(seen -> {
            long days = ChronoUnit.DAYS.between(seen.atOffset(ZoneOffset.UTC).toLocalDate(), asOf);
            long blind = passesAfter(seen);
            if (days > LONG_UNSEEN_DAYS) {
                notes.add(words.say("note.unseen", "days", days, "passes", blind));
            } else if (blind > 0) {
                notes.add(words.say(blind == 1 ? "note.blind.one" : "note.blind.many", "passes", blind));
            }
        });
        List<String> uncounted = factories.stream()
                .filter(feature -> latest(feature).map(look -> !look.counted()).orElse(false))
                .map(this::label)
                .toList();
        if (!uncounted.isEmpty()) {
            notes.add(words.say("note.uncounted", "names", list(uncounted)));
        }
        for (FacilityState state : List.of(
                FacilityState.SUSPECT, FacilityState.COOLING, FacilityState.STALE, FacilityState.UNCALIBRATED)) {
            List<String> names = factories.stream()
                    .filter(feature -> state(feature) == state)
                    .map(this::label)
                    .toList();
            if (!names.isEmpty()) {
                notes.add(words.say("note." + state, "names", list(names)));
            }
        }
        long placeholders = factories.stream().filter(Site::isPlaceholder).count();
        if (placeholders > 0) {
            notes.add(words.say("note.placeholders", "count", placeholders, "all", factories.size()));
        }
        if (factories.stream().filter(f -> state(f) == FacilityState.ON).anyMatch(this::isProvisional)) {
            notes.add(words.say("note.provisional"));
        }
        notes.add(words.say("note.proof"));
        return notes;
    }

    private long passesAfter(Instant seen) {
        return view.passes().stream()
                .map(PassReport::acquiredAt)
                .filter(at -> at.isAfter(seen))
                .count();
    }

    /** When a factory was last seen; empty if none ever was. */
    private Optional<Instant> lastSeen() {
        return factories.stream()
                .flatMap(feature -> latest(feature).stream())
                .map(PublishedObservation::acquiredAt)
                .max(Comparator.naturalOrder());
    }

    private Optional<PublishedObservation> latest(Feature feature) {
        return Optional.ofNullable(view.standing(feature).latest());
    }

    private Optional<LocalDate> since(Feature feature) {
        return Optional.ofNullable(view.standing(feature).since());
    }

    private FacilityState state(Feature feature) {
        return view.standing(feature).state();
    }

    private double kelvin(Feature feature) {
        return latest(feature)
                .map(PublishedObservation::effectiveKelvin)
                .filter(Objects::nonNull)
                .orElse(0.0);
    }

    private String excess(PublishedObservation look) {
        return look.provisional() ? words.say("excess.provisional", "excess", number(look)) : number(look);
    }

    private static String number(PublishedObservation look) {
        return look.effectiveKelvin() == null || look.effectiveStandardError() == null
                ? "?"
                : String.format(
                        Locale.ROOT,
                        "%+.1f\u00a0\u00b1\u00a0%.1f\u00a0K",
                        look.effectiveKelvin(),
                        look.effectiveStandardError());
    }

    /** The name, with what must not be left out of it. */
    private String label(Feature feature) {
        String caveat = Site.isPlaceholder(feature) ? "label.placeholder" : "label.unverified";
        return feature.verified() && !Site.isPlaceholder(feature)
                ? feature.name()
                : words.say(caveat, "name", feature.name());
    }

    private String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : words.say(
                        "list.and",
                        "first",
                        String.join(", ", names.subList(0, names.size() - 1)),
                        "last",
                        names.getLast());
    }

    private Locale locale() {
        return words.language().equals("ko") ? Locale.KOREA : Locale.UK;
    }

    private String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()));
    }

    private String time(Instant instant) {
        ZoneId zone = view.site().presentation().timeZone();
        var there = instant.atZone(zone);
        return words.say(
                "time.there",
                "day",
                day(there.toLocalDate()),
                "time",
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(there),
                "zone",
                zone);
    }
}
