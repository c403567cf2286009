package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.language.Words;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.site.Site;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SiteSources;

/**
 * The part of the dashboard about heat sources that were found without outlines: how many, their list, and the
 * buildings in use in each quarter. Publications of earlier versions have no search; the sentence then says so.
 */
final class SourceSummary {
    private final PublishedSite view;
    private final FacilityTexts facilities;
    private final SourceTexts texts;
    private final Words words;
    private final Optional<SiteSources> search;

    SourceSummary(FacilityTexts facilities) {
        this.view = facilities.view();
        this.facilities = facilities;
        this.texts = new SourceTexts(facilities);
        this.words = facilities.words();
        this.search = view.sources();
    }

    /** Whether sources come before facilities: nobody knows where any of the facilities is. */
    boolean isFirst() {
        return search.isPresent() && facilities.facilities().stream().allMatch(Site::isPlaceholder);
    }

    /** How many sources were found since when, and how many ended. */
    String sentence() {
        return search.map(this::sentence).orElseGet(() -> words.say("found.unpublished"));
    }

    private String sentence(SiteSources found) {
        List<HeatSource> sources = found.sources();
        long ended = sources.stream().filter(HeatSource::ended).count();
        String end = ended == 0 ? words.say("found.ended.none") : words.say("found.ended", "count", ended);
        String key = sources.isEmpty() ? "found.none" : sources.size() == 1 ? "found.one" : "found.many";
        return words.say(key, "count", sources.size(), "from", found.period().from(), "ended", end);
    }

    /** The buildings in use in the latest quarter of which something is known; empty if there is none. */
    String quarterSentence() {
        return view.activity().reversed().stream()
                .filter(SourceTexts::isKnown)
                .findFirst()
                .map(this::sentence)
                .orElse("");
    }

    private String sentence(ActivityQuarter quarter) {
        Map<String, Object> values = texts.row(quarter);
        return words.say(
                "found.quarter",
                values.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray());
    }

    /** Variables of the dashboard template. */
    Map<String, Object> model(Addresses addresses) {
        List<HeatSource> sources = view.heatSources();
        List<ActivityQuarter> quarters = view.activity();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("sourcesFirst", isFirst());
        model.put("sourceSentence", sentence());
        model.put("quarterSentence", quarterSentence());
        model.put(
                "sourceNote",
                search.map(found -> words.say("found.note", "years", Math.round(1 / found.falseSourcesPerSiteYear())))
                        .orElse(""));
        model.put("hasSources", !sources.isEmpty());
        model.put(
                "sourceRows",
                IntStream.range(0, sources.size())
                        .mapToObj(i -> texts.row(sources.get(i), i + 1, addresses))
                        .toList());
        model.put("hasActivity", !quarters.isEmpty());
        model.put(
                "activityChart",
                addresses.of(
                        "/charts/activity.svg?site=" + view.id() + CommonParameters.languageQuery(words.language())));
        model.put("quarters", quarters.reversed().stream().map(texts::row).toList());
        model.put("sourceData", data().toString().replace("<", "\\u003c"));
        return model;
    }

    /** The sources and quarters for the scripts of the page. */
    private ObjectNode data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode sources = data.putArray("sources");
        view.heatSources()
                .forEach(source -> sources.add(PublishedJson.object(source)
                        .put("rank", sources.size() + 1)
                        .put("place", SourceTexts.place(source))
                        .put("amount", SourceTexts.amount(source))
                        .without("evidence")));
        data.set("quarters", PublishedJson.of(view.activity()));
        return data;
    }
}
