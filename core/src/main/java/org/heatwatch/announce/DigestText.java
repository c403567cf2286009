package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/** The part of a weekly mail that differs from others: passes, and changes that were not told at once. */
final class DigestText {
    private final Bulletin bulletin;
    private final LocalDate from;
    private final LocalDate to;

    private DigestText(Bulletin bulletin) {
        News news = bulletin.news().getFirst();
        this.bulletin = bulletin;
        this.from = news.before().orElseThrow();
        this.to = news.marker().date();
    }

    static String headline(Bulletin bulletin) {
        DigestText text = new DigestText(bulletin);
        if (text.named().findAny().isEmpty()) {
            return "%s to %s: no facility has a known place, so that none is named.".formatted(text.from, text.to);
        }
        return "%s to %s: %s, %s.".formatted(text.from, text.to, text.passesInWords(), text.changesInWords());
    }

    private String passesInWords() {
        int passes = passes().size();
        long seen = passes().stream().filter(this::showsAnything).count();
        if (passes == 1) {
            return seen == 1 ? "one pass (seen)" : "one pass (not seen)";
        }
        return "%d passes (%s seen)".formatted(passes, seen == passes ? "all" : seen == 0 ? "none" : seen);
    }

    /** What was not looked at has not stayed the same. */
    private String changesInWords() {
        int changes = changes().size();
        if (changes == 0) {
            return passes().stream().anyMatch(this::showsAnything) ? "no change" : "so that nothing new is known";
        }
        return changes == 1 ? "one change" : changes + " changes";
    }

    private boolean showsAnything(SceneCheck pass) {
        return !pass.isSuspect()
                && named().flatMap(roof -> bulletin.look(roof, pass).stream())
                        .anyMatch(look -> look.outcome() instanceof JudgedObservation.Scored);
    }

    static List<String> of(Bulletin bulletin) {
        DigestText text = new DigestText(bulletin);
        List<String> lines = new ArrayList<>(List.of("", "PASSES"));
        text.passes().forEach(pass -> lines.add(pass.product().acquisition().id() + ": " + text.seen(pass)));
        List<String> changes = text.changes();
        if (!changes.isEmpty()) {
            lines.addAll(List.of("", "CHANGES"));
            lines.addAll(changes);
        }
        return lines;
    }

    private boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    private List<SceneCheck> passes() {
        return bulletin.history().scenes().stream()
                .filter(scene -> covers(scene.product().acquired()))
                .toList();
    }

    private Stream<RoofHistory> named() {
        return bulletin.history().roofs().stream().filter(Occurrences::isNamed);
    }

    /** How much of the site a pass showed. */
    private String seen(SceneCheck pass) {
        if (pass.isSuspect()) {
            return "not trusted: " + String.join("; ", pass.suspicions());
        }
        List<JudgedObservation.Outcome> outcomes = named().flatMap(roof -> bulletin.look(roof, pass).stream())
                .map(look -> look.outcome())
                .toList();
        long scored = outcomes.stream()
                .filter(JudgedObservation.Scored.class::isInstance)
                .count();
        if (outcomes.isEmpty()) {
            return pass.hotSpots()
                    .map(spots -> String.format(
                            Locale.ROOT, "%.0f %% of the site could be judged", 100 * spots.observedShare()))
                    .orElse("nothing could be judged");
        }
        if (scored == outcomes.size()) {
            return "all seen";
        }
        String reason = outcomes.stream()
                .map(DigestText::reason)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return String.format(Locale.ROOT, "%d of %d seen (%s)", scored, outcomes.size(), reason);
    }

    private static String reason(JudgedObservation.Outcome outcome) {
        return switch (outcome) {
            case JudgedObservation.Scored _ -> "";
            case JudgedObservation.NoObservation none -> none.reason();
            case JudgedObservation.Uncalibrated none -> none.reason();
        };
    }

    private List<String> changes() {
        return named().flatMap(roof -> roof.track().transitions().stream()
                        .filter(t -> covers(t.date()))
                        .map(t -> line(roof, t)))
                .toList();
    }

    private static String line(RoofHistory roof, Transition t) {
        return "%s %s: %s -> %s (%s)".formatted(t.date(), roof.feature().label(), t.from(), t.to(), t.reason());
    }
}
