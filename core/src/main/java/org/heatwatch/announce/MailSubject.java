package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
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
    static String fitting(List<String> parts, int room) {
        for (int count = parts.size(); count > 0; count--) {
            String text = String.join("; ", parts.subList(0, count)) + (count < parts.size() ? "; and more" : "");
            if (text.length() <= room) {
                return text;
            }
        }
        String first = parts.getFirst();
        return first.length() <= room ? first : first.substring(0, room - CUT.length()) + CUT;
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
        for (Bulletin.Group group : bulletin.groups()) {
            List<String> names = group.rows().stream()
                    .map(row -> Wording.ascii(row.roof().feature()))
                    .toList();
            parts.add(names(names) + " " + words(group.topic(), group.change()));
        }
        bulletin.placesByChange().forEach((change, places) -> parts.add(places(places.size(), change)));
        if (parts.isEmpty()) {
            // Told of a feature that the site no longer has, or no longer knows the place of.
            parts.add("a facility that is not named any more");
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

    private static String places(int count, News.Change change) {
        String places = count == 1 ? "hot place off the facilities" : count + " hot places off the facilities";
        return switch (change) {
            case NEW -> places;
            case MOVED -> places + " on another day";
            case WITHDRAWN -> places + " not borne out";
            case REINSTATED -> places + " after all";
        };
    }

    private static String words(Topic topic, News.Change change) {
        return switch (change) {
            case NEW -> topic.name();
            case MOVED -> topic + " on another day";
            case WITHDRAWN -> "not " + topic;
            case REINSTATED -> topic + " after all";
        };
    }
}
