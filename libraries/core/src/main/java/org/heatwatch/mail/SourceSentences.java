package org.heatwatch.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.Topic;
import org.heatwatch.language.Words;
import org.heatwatch.source.EvidenceTest;
import org.heatwatch.source.HeatSource;
import org.locationtech.jts.geom.Coordinate;

/** Formulates the sentences about heat sources and hot spots outside all features, which are named by coordinates. */
final class SourceSentences {
    private final MailLanguage language;
    private final Words words;

    SourceSentences(MailLanguage language) {
        this.language = language;
        this.words = language.words();
    }

    /** One sentence for each topic and change; it names the place of the largest amount. */
    List<String> sentences(String form, MailFacts facts) {
        List<String> sentences = new ArrayList<>();
        facts.heatSourcesByChange()
                .forEach((change, of) -> sentences.add(words.say(
                        key(form, of.size(), Topic.HOT_PLACE, change),
                        "count",
                        of.size(),
                        "place",
                        of.getFirst()
                                .record()
                                .place()
                                .map(place -> place(facts.site().utm().toLonLat(place.east(), place.north())))
                                .orElse(""))));
        facts.sourceGroups().forEach(group -> sentences.add(sentence(form, group)));
        return sentences;
    }

    private String sentence(String form, MailFacts.SourceGroup group) {
        SourceRow first = group.rows().getFirst();
        return words.say(
                key(form, group.rows().size(), group.topic(), group.change()),
                "count",
                group.rows().size(),
                "place",
                place(first.position()),
                "error",
                error(first),
                "nearest",
                nearest(first),
                "seen",
                first.source().map(HeatSource::lastSeen).map(Object::toString).orElse(""));
    }

    static String key(String form, int count, Topic topic, Announcement.Change change) {
        return form + (count == 1 ? ".one." : ".many.") + change + "." + topic;
    }

    /** The title of a list of sources. */
    String title(MailFacts.SourceGroup group) {
        return words.say("sources." + group.change() + "." + group.topic());
    }

    /** The lines about one source: its place, its amount and what is known about its activity. */
    List<String> lines(SourceRow row) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("source.place", "place", place(row.position()), "error", error(row)));
        boolean isWithdrawnStart = row.announcement().change() == Announcement.Change.WITHDRAWN
                && row.announcement().record().topic() == Topic.SOURCE;
        row.source().filter(_ -> !isWithdrawnStart).ifPresent(source -> {
            lines.add(words.say(
                    "source.amount",
                    "amount",
                    amount(source.kelvinSquareMetres()),
                    "error",
                    amount(source.kelvinSquareMetresStandardError()),
                    "state",
                    language.state(source.state())));
            lines.add(words.say(
                    source.ended() ? "source.ended" : "source.warm",
                    "first",
                    source.firstSeen(),
                    "last",
                    source.lastSeen(),
                    "percent",
                    MailText.percent(source.activeShare()),
                    "overpasses",
                    passes(source.overpasses())));
        });
        lines.add(words.say("source.nearest", "nearest", nearest(row)));
        row.source()
                .filter(_ -> !isWithdrawnStart)
                .ifPresent(source -> source.evidence().tests().stream()
                        .filter(test -> test.verdict() != EvidenceTest.Verdict.INCONCLUSIVE)
                        .map(test -> language.reasons().say(test.sentence()))
                        .forEach(lines::add));
        return lines;
    }

    private String passes(int count) {
        return words.say(count == 1 ? "source.pass" : "source.passes", "count", count);
    }

    private String nearest(SourceRow row) {
        return row.nearest()
                .map(near -> words.say(
                        "source.near",
                        "name",
                        language.label(near.feature()),
                        "metres",
                        String.format(Locale.ROOT, "%,.0f", near.metres())))
                .orElseGet(() -> words.say("source.near.none"));
    }

    private String error(SourceRow row) {
        return row.source()
                .map(source -> words.say(
                        "source.error",
                        "metres",
                        String.format(Locale.ROOT, "%.0f", source.positionStandardErrorMetres())))
                .orElse("");
    }

    private static String amount(double kelvinSquareMetres) {
        return String.format(Locale.ROOT, "%,.0f", kelvinSquareMetres);
    }

    /** For example {@code 37.9331 N 126.6306 E}: four decimals are 11 m. */
    static String place(Coordinate lonLat) {
        return MailText.degrees(lonLat, 4);
    }
}
