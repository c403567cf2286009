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
                "A control, which must stay cold, has news: look at its passes before you trust them. "
                        + sentences(bulletin);
            case DIGEST -> DigestText.headline(bulletin);
        };
    }

    private static String sentences(Bulletin bulletin) {
        List<String> sentences = new ArrayList<>();
        for (Bulletin.Group group : bulletin.groups()) {
            List<String> names = group.rows().stream()
                    .map(row -> row.roof().feature().label())
                    .toList();
            sentences.add(sentence(names, group.topic(), group.change()));
        }
        bulletin.placesByChange().forEach((change, places) -> sentences.add(places(places.size(), change)));
        if (sentences.isEmpty()) {
            sentences.add("A facility that is not named any more was not in the state that was told.");
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

    private static String places(int count, News.Change change) {
        String places = count == 1 ? "A place" : count + " places";
        String were = count == 1 ? " was " : " were ";
        return places + " off the watched facilities" + were
                + switch (change) {
                    case NEW -> "hot in two passes.";
                    case MOVED -> "hot on another day than was told.";
                    case WITHDRAWN -> "not hot in two passes after all.";
                    case REINSTATED -> "hot in two passes after all.";
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
