package org.heatwatch.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.language.Words;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Feature;
import org.heatwatch.source.HeatSource;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;

/**
 * The summary at the top of the dashboard: one sentence says which facilities are warmer than when idle, or cooler or
 * warmer than in a reference period in which they ran, since when,
 * with what confidence, and when the site was last seen. Notes with caveats follow. A facility that was not observed
 * is never reported as cold. Where all facilities are placeholders, heat sources come first.
 */
final class DashboardSummary {
    /** The states other than ON, LOWER and HIGHER, in the order in which the sentence counts them. */
    private static final List<FacilityState> COUNTED = List.of(
            FacilityState.SUSPECT,
            FacilityState.COOLING,
            FacilityState.OFF,
            FacilityState.UNCHANGED,
            FacilityState.FALLING,
            FacilityState.RISING,
            FacilityState.RETURNING,
            FacilityState.STALE,
            FacilityState.UNKNOWN,
            FacilityState.UNCALIBRATED);

    /** Maximum number of facilities that the sentence names. */
    private static final int MAX_NAMES = 6;

    private final PublishedSite view;
    private final Words words;
    private final FacilityTexts texts;
    private final Instant now;

    /** @param now time by which the age of the data is measured; only the notes depend on it */
    DashboardSummary(PublishedSite view, Words words, Instant now) {
        this.view = view;
        this.words = words;
        this.texts = new FacilityTexts(view, words);
        this.now = now;
    }

    /**
     * The summary sentence.
     *
     * @param lead first part, which is emphasized
     */
    record Sentence(String lead, String rest) {}

    /** Variables of the dashboard template. */
    Map<String, Object> model(Addresses addresses) {
        Map<String, Object> model = new LinkedHashMap<>();
        SourceSummary sources = new SourceSummary(texts);
        Sentence sentence =
                sources.isFirst() ? new Sentence(sources.sentence(), sources.quarterSentence()) : sentence();
        Set<String> lasting = new SummaryNotes(texts, now).lasting();
        model.put("simulated", view.isSimulated());
        model.put("fileName", FileNames.start(view));
        model.put("fileDay", view.asOf().map(day -> "_" + day).orElse(""));
        model.put("activityFile", view.activity().isEmpty() ? "" : SourcePicturesResource.name(view, ".svg"));
        model.put("siteName", view.site().presentation().name(words.language()));
        model.put("lead", sentence.lead());
        model.put("rest", sentence.rest());
        model.put(
                "asOf",
                view.asOf()
                        .map(day -> words.say("as.of", "day", texts.day(day)))
                        .orElse(""));
        model.put(
                "notes",
                (sources.isFirst() ? notesWithFacilities() : notes())
                        .stream()
                                .map(note -> Map.of("text", note, "lasting", lasting.contains(note)))
                                .toList());
        model.put(
                "rows",
                view.watched().stream().map(feature -> row(feature, addresses)).toList());
        model.put("latestMap", latestMap(addresses));
        model.put("firstChart", firstChart(sources.isFirst(), addresses));
        model.putAll(sources.model(addresses));
        return model;
    }

    /** The sentence about the facilities, if there are any, and the caveats; for sites whose sources come first. */
    private List<String> notesWithFacilities() {
        List<String> notes = new ArrayList<>(notes());
        if (!texts.facilities().isEmpty()) {
            Sentence sentence = sentence();
            notes.addFirst(sentence.lead() + " " + sentence.rest());
        }
        return notes;
    }

    /** URL of the picture of the latest pass that saw a facility, or else of the latest; empty if there is none. */
    private String latestMap(Addresses addresses) {
        return view.latestObservedPass()
                .map(pass -> addresses.of("/heatmaps/" + pass.acquisition() + ".png?size=900&site=" + view.id()
                        + CommonParameters.languageQuery(words.language())))
                .orElse("");
    }

    /** URL of the chart that the page selects first: the strongest source or the warmest facility; empty if none. */
    private String firstChart(boolean isSourcesFirst, Addresses addresses) {
        Optional<String> source =
                isSourcesFirst ? view.heatSources().stream().findFirst().map(HeatSource::id) : Optional.empty();
        return source.or(() -> view.watched().stream()
                        .max(Comparator.comparingDouble(this::kelvin))
                        .map(Feature::id))
                .map(id -> chart(id, addresses))
                .orElse("");
    }

    private String chart(String id, Addresses addresses) {
        return addresses.of(
                "/charts/" + id + ".svg?site=" + view.id() + CommonParameters.languageQuery(words.language()));
    }

    private Map<String, String> row(Feature feature, Addresses addresses) {
        String path = "/collections/facilities/items/" + Ids.join(view.id(), feature.id()) + "?f=html";
        return Map.of(
                "chart", chart(feature.id(), addresses),
                "chartFile", PicturesResource.chartFile(view, view.charted(feature)),
                "id", feature.id(),
                "label", texts.label(feature),
                "address", addresses.of(path),
                "state", texts.state(feature).name(),
                "stateWord", words.say("state." + texts.state(feature)),
                "excess", texts.excess(feature),
                "since", texts.since(feature).map(texts::day).orElse(""));
    }

    /** The caveats, most serious first. */
    List<String> notes() {
        return new SummaryNotes(texts, now).all();
    }

    Sentence sentence() {
        if (view.manifest().isEmpty()) {
            return new Sentence(words.say("story.unpublished"), words.say("story.unpublished.rest"));
        }
        Optional<Instant> seen = texts.lastSeen();
        if (seen.isEmpty()) {
            return neverSeen();
        }
        String last = words.say("story.seen", "seen", texts.time(seen.get()));
        List<FacilityState> changed =
                texts.isTwoSided() ? List.of(FacilityState.LOWER, FacilityState.HIGHER) : List.of(FacilityState.ON);
        return changed.stream()
                .filter(state -> !texts.in(state).isEmpty())
                .findFirst()
                .map(state -> changed(state, last))
                .orElseGet(() -> new Sentence(
                        words.say(texts.isTwoSided() ? "story.none.changed" : "story.none"),
                        words.say("story.none.rest", "states", stateCounts(), "last", last)));
    }

    /** The facilities in a state, the largest change first. */
    private Sentence changed(FacilityState state, String last) {
        Comparator<Feature> coolest = Comparator.comparingDouble(this::kelvin);
        List<Feature> features = texts.in(state).stream()
                .sorted(state == FacilityState.LOWER ? coolest : coolest.reversed())
                .toList();
        String key = "story." + (state == FacilityState.ON ? "on" : state.name());
        return new Sentence(lead(key, features), words.say("story.on.rest", details(features, last)));
    }

    private Sentence neverSeen() {
        List<Feature> facilities = texts.facilities();
        boolean isUnjudged =
                facilities.stream().anyMatch(feature -> texts.state(feature) == FacilityState.UNCALIBRATED);
        return new Sentence(
                words.say("story.unseen", "all", facilities.size()),
                words.say(isUnjudged ? "story.unjudged.rest" : "story.unseen.rest"));
    }

    private String lead(String key, List<Feature> on) {
        return words.say(
                key + (on.size() == 1 ? ".one" : ".many"),
                "count",
                on.size(),
                "all",
                texts.facilities().size());
    }

    /**
     * The names and values of the text {@code story.on.rest}. A day or mark that all facilities share is written
     * once.
     */
    private Object[] details(List<Feature> on, String last) {
        boolean hasSameDay =
                on.size() > 1 && on.stream().map(texts::since).distinct().count() == 1;
        boolean isAllProvisional = on.stream().allMatch(texts::isProvisional);
        List<String> names = new ArrayList<>();
        on.stream().limit(MAX_NAMES).forEach(feature -> names.add(details(feature, hasSameDay, isAllProvisional)));
        if (on.size() > MAX_NAMES) {
            names.add(words.say("story.more", "count", on.size() - MAX_NAMES));
        }
        String since = (hasSameDay ? words.say("story.since", "since", since(on.getFirst())) : "")
                + (isAllProvisional ? words.say("story.provisional") : "");
        return new Object[] {"names", texts.list(names), "since", since, "confidence", confidence(on), "last", last};
    }

    private String details(Feature feature, boolean isDayOmitted, boolean isMarkOmitted) {
        return words.say(
                isDayOmitted ? "story.one" : "story.one.since",
                "name",
                texts.label(feature),
                "since",
                since(feature),
                "excess",
                isMarkOmitted ? texts.unmarkedExcess(feature) : texts.excess(feature));
    }

    private String since(Feature feature) {
        return texts.since(feature).map(texts::day).orElse("?");
    }

    /** The confidence if all facilities have the same, or else how many have which. */
    private String confidence(List<Feature> on) {
        Map<Confidence, Long> counts = on.stream()
                .map(feature -> texts.latest(feature)
                        .map(PublishedObservation::confidence)
                        .filter(Objects::nonNull)
                        .orElse(Confidence.LOW))
                .collect(Collectors.groupingBy(confidence -> confidence, TreeMap::new, Collectors.counting()));
        String text = counts.entrySet().stream()
                .map(entry -> counts.size() == 1
                        ? word(entry.getKey())
                        : words.say("story.confidence.of", "word", word(entry.getKey()), "count", entry.getValue()))
                .collect(Collectors.joining(", "));
        return words.say("story.confidence", "word", text);
    }

    private String word(Confidence confidence) {
        return words.say("confidence." + PublishedJson.text(confidence));
    }

    /** How many facilities are in which state. */
    private String stateCounts() {
        Map<FacilityState, Long> counts =
                texts.facilities().stream().collect(Collectors.groupingBy(texts::state, Collectors.counting()));
        return COUNTED.stream()
                .filter(counts::containsKey)
                .map(state -> words.say("story.count." + state, "count", counts.getOrDefault(state, 0L)))
                .collect(Collectors.joining(", "));
    }

    private double kelvin(Feature feature) {
        return texts.latest(feature)
                .map(PublishedObservation::effectiveKelvin)
                .filter(Objects::nonNull)
                .orElse(0.0);
    }
}
