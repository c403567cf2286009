package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;

/** The first line of a mail: the news in a sentence. */
final class Headline {
    private Headline() {}

    static String of(Bulletin bulletin) {
        return switch (bulletin.kind()) {
            case ACTIVITY, SUSPECT, STALE -> sentences(bulletin);
            case REVISION -> "Correction of what was told before: " + sentences(bulletin);
            case OPERATIONS ->
                "A control looks hot, so trust nothing of this pass before looking at it: " + sentences(bulletin);
            case DIGEST -> DigestText.headline(bulletin);
        };
    }

    private static String sentences(Bulletin bulletin) {
        List<String> sentences = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (News.Change change : News.Change.values()) {
                List<String> names = bulletin.rows().stream()
                        .filter(row -> row.news().marker().topic() == topic
                                && row.news().change() == change)
                        .map(row -> Wording.name(row.roof().feature()))
                        .toList();
                if (!names.isEmpty()) {
                    sentences.add(sentence(names, topic, change));
                }
            }
        }
        int places = bulletin.places().size();
        if (places > 0) {
            sentences.add("%s without a known outline %s hot in two passes."
                    .formatted(places == 1 ? "A place" : places + " places", places == 1 ? "was" : "were"));
        }
        return String.join(" ", sentences);
    }

    private static String sentence(List<String> names, Topic topic, News.Change change) {
        String are = names.size() == 1 ? " is " : " are ";
        String were = names.size() == 1 ? " was " : " were ";
        return Wording.list(names)
                + switch (change) {
                    case NEW -> are + state(topic);
                    case MOVED -> were + topic + " on another day than was told.";
                    case WITHDRAWN -> were + "not " + topic + " after all.";
                    case REINSTATED -> were + topic + " after all.";
                };
    }

    private static String state(Topic topic) {
        return switch (topic) {
            case ON -> "ON: warmer than usual when idle, over several passes.";
            case OFF -> "OFF: as when idle again.";
            case SUSPECT -> "SUSPECT: warmer than usual when idle; more passes must confirm it.";
            case STALE -> "STALE: not seen for 48 days, so nobody knows.";
            case HOT_PLACE, DIGEST -> topic + ".";
        };
    }
}
