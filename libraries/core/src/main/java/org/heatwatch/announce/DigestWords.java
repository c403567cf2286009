package org.heatwatch.announce;

import java.util.List;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.language.Words;
import org.heatwatch.state.JudgedObservation;

/** The sentences of a digest. */
final class DigestWords {
    private final Words words;

    DigestWords(Words words) {
        this.words = words;
    }

    /** The first line: how much the week showed, and what changed. */
    String headline(Week week) {
        if (week.namesNobody()) {
            return words.say("headline.digest.nobody", "from", week.from(), "to", week.to());
        }
        return words.say(
                "headline.digest",
                "from",
                week.from(),
                "to",
                week.to(),
                "passes",
                passes(week.passes().size(), week.passesSeen()),
                "changes",
                changes(week.changes().size(), week.passesSeen()));
    }

    private String passes(int count, long seen) {
        if (count == 1) {
            return words.say(seen == 1 ? "digest.pass.seen" : "digest.pass.unseen");
        }
        String key = seen == count ? "digest.passes.all" : seen == 0 ? "digest.passes.none" : "digest.passes";
        return words.say(key, "count", count, "seen", seen);
    }

    /** What was not seen has not stayed the same. */
    private String changes(int count, long seen) {
        if (count == 0) {
            return words.say(seen > 0 ? "digest.unchanged" : "digest.unknown");
        }
        return words.say(count == 1 ? "digest.change" : "digest.changes", "count", count);
    }

    /** How much of the site a pass of the week showed. */
    String seen(Week week, SceneCheck pass) {
        String id = pass.product().acquisition().id();
        if (pass.isSuspect()) {
            return words.say("digest.suspect", "pass", id, "reasons", String.join("; ", pass.suspicions()));
        }
        List<JudgedObservation.Outcome> outcomes = week.outcomes(pass);
        if (outcomes.isEmpty()) {
            return pass.hotSpots()
                    .map(spots ->
                            words.say("digest.judged", "pass", id, "percent", MailText.percent(spots.observedShare())))
                    .orElseGet(() -> words.say("digest.unjudged", "pass", id));
        }
        List<String> reasons = outcomes.stream()
                .flatMap(outcome -> MailWords.reason(outcome).stream())
                .toList();
        return reasons.isEmpty()
                ? words.say("digest.seen.all", "pass", id)
                : words.say(
                        "digest.seen",
                        "pass",
                        id,
                        "seen",
                        outcomes.size() - reasons.size(),
                        "count",
                        outcomes.size(),
                        "reason",
                        reasons.getFirst());
    }

    /** A change of state within the week. */
    String change(Week.Change change) {
        return words.say(
                "digest.transition",
                "date",
                change.transition().date(),
                "name",
                change.roof().feature().label(),
                "from",
                change.transition().from(),
                "to",
                change.transition().to(),
                "reason",
                change.transition().reason());
    }
}
