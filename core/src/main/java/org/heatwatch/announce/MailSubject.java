package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.history.SceneCheck;

/** The line by which a mail is known: the site, what is new, the day. */
final class MailSubject {
    private static final String SIMULATED = "SIMULATED ";

    private MailSubject() {}

    static String of(Bulletin bulletin) {
        String site = (bulletin.site().presentation().simulated() ? SIMULATED : "")
                + bulletin.site().presentation().shortName()
                + ": ";
        String day = ", " + day(bulletin);
        int room = Mail.LONGEST_SUBJECT - site.length() - day.length();
        String news = news(bulletin);
        return site + (news.length() <= room ? news : news.substring(0, room - 3) + "...") + day;
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

    private static String news(Bulletin bulletin) {
        return switch (bulletin.kind()) {
            case ACTIVITY, SUSPECT, STALE -> changes(bulletin);
            case REVISION -> "revised: " + changes(bulletin);
            case OPERATIONS -> "check the watch: " + changes(bulletin);
            case DIGEST -> "the week";
        };
    }

    private static String changes(Bulletin bulletin) {
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
        return String.join("; ", parts);
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
