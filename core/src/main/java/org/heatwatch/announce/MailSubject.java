package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.history.SceneCheck;

/** The line by which a mail is known: the site, what is new, the day. */
final class MailSubject {
    private static final String SIMULATED = "SIMULATED ";
    private static final String CUT = "...";

    private MailSubject() {}

    static String of(Bulletin bulletin) {
        String site = (bulletin.site().presentation().simulated() ? SIMULATED : "")
                + bulletin.site().presentation().shortName()
                + ": ";
        String day = ", " + day(bulletin);
        return site + fitting(news(bulletin), Mail.LONGEST_SUBJECT - site.length() - day.length()) + day;
    }

    /** As many parts as there is room for, or the beginning of the first. */
    private static String fitting(List<String> parts, int room) {
        for (int count = parts.size(); count > 0; count--) {
            String text = String.join("; ", parts.subList(0, count)) + (count < parts.size() ? "; and more" : "");
            if (text.length() <= room) {
                return text;
            }
        }
        return parts.getFirst().substring(0, room - CUT.length()) + CUT;
    }

    private static String day(Bulletin bulletin) {
        Optional<SceneCheck> pass = bulletin.pass();
        return switch (bulletin.kind()) {
            case ACTIVITY, SUSPECT, OPERATIONS, REVISION ->
                pass.map(p -> p.product().acquired().toString())
                        .orElse(bulletin.history().asOf().toString());
            case STALE, DIGEST -> bulletin.news().getFirst().marker().date().toString();
        };
    }

    private static List<String> news(Bulletin bulletin) {
        return switch (bulletin.kind()) {
            case ACTIVITY, SUSPECT, STALE -> changes(bulletin, "");
            case REVISION -> changes(bulletin, "revised: ");
            case OPERATIONS -> changes(bulletin, "check the watch: ");
            case DIGEST -> List.of("the week");
        };
    }

    private static List<String> changes(Bulletin bulletin, String first) {
        List<String> parts = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (News.Change change : News.Change.values()) {
                List<String> names = bulletin.rows().stream()
                        .filter(row -> row.news().marker().topic() == topic
                                && row.news().change() == change)
                        .map(row -> Wording.ascii(row.roof().feature()))
                        .toList();
                if (!names.isEmpty()) {
                    parts.add(names(names) + " " + words(topic, change));
                }
            }
        }
        int places = bulletin.places().size();
        if (places > 0) {
            parts.add(places == 1 ? "a hot place without outline" : places + " hot places without outline");
        }
        parts.set(0, first + parts.getFirst());
        return parts;
    }

    private static String names(List<String> names) {
        return switch (names.size()) {
            case 1 -> names.getFirst();
            case 2 -> names.getFirst() + " and " + names.getLast();
            default -> "%s and %d more".formatted(names.getFirst(), names.size() - 1);
        };
    }

    private static String words(Topic topic, News.Change change) {
        String state = topic.name().toUpperCase(Locale.ROOT);
        return switch (change) {
            case NEW -> state;
            case MOVED -> state + " on another day";
            case WITHDRAWN -> "not " + state;
            case REINSTATED -> state + " after all";
        };
    }
}
