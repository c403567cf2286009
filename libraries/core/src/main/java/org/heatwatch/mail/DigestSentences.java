package org.heatwatch.mail;

import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.ReportedSources;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.language.Words;
import org.heatwatch.state.JudgedObservation;

/** Formulates the sentences of the weekly digest. */
final class DigestSentences {
    private final MailLanguage language;
    private final Words words;

    DigestSentences(MailLanguage language) {
        this.language = language;
        this.words = language.words();
    }

    /**
     * The first line: the number of passes and of changes; without a facility that may be named, the buildings in use
     * in the latest complete quarter.
     */
    String headline(DigestPeriod period, Optional<ReportedSources> sources) {
        if (period.namesNone()) {
            return sources.flatMap(known -> new ActivitySentences(words).summary(known, period.to()))
                    .map(summary -> words.say(
                            "headline.digest.activity", "from", period.from(), "to", period.to(), "summary", summary))
                    .orElseGet(() -> words.say("headline.digest.nobody", "from", period.from(), "to", period.to()));
        }
        return words.say(
                "headline.digest",
                "from",
                period.from(),
                "to",
                period.to(),
                "passes",
                passes(period.passes().size(), period.passesSeen()),
                "changes",
                changes(period.changes().size(), period.passesSeen()));
    }

    /** The buildings in use in the latest quarters. */
    List<String> activity(DigestPeriod period, Optional<ReportedSources> sources) {
        return sources.map(known -> new ActivitySentences(words).sentences(known, period.to()))
                .orElse(List.of());
    }

    private String passes(int count, long seen) {
        if (count == 1) {
            return words.say(seen == 1 ? "digest.pass.seen" : "digest.pass.unseen");
        }
        String key = seen == count ? "digest.passes.all" : seen == 0 ? "digest.passes.none" : "digest.passes";
        return words.say(key, "count", count, "seen", seen);
    }

    /** Without any observation "no change" would be wrong. */
    private String changes(int count, long seen) {
        if (count == 0) {
            return words.say(seen > 0 ? "digest.unchanged" : "digest.unknown");
        }
        return words.say(count == 1 ? "digest.change" : "digest.changes", "count", count);
    }

    /** One pass: how many facilities could be judged, or why not. */
    String seen(DigestPeriod period, SceneCheck pass) {
        String id = pass.product().acquisition().id();
        if (pass.isSuspect()) {
            return words.say(
                    "digest.suspect",
                    "pass",
                    id,
                    "reasons",
                    language.reasons().say(String.join("; ", pass.suspicions())));
        }
        List<JudgedObservation.Outcome> outcomes = period.outcomes(pass);
        if (outcomes.isEmpty()) {
            return pass.hotSpots()
                    .map(spots ->
                            words.say("digest.judged", "pass", id, "percent", MailText.percent(spots.observedShare())))
                    .orElseGet(() -> words.say("digest.unjudged", "pass", id));
        }
        List<String> reasons = outcomes.stream()
                .flatMap(outcome -> MailSentences.reason(outcome).stream())
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
                        language.reasons().say(reasons.getFirst()));
    }

    /** A change of state within the period. */
    String change(DigestPeriod.Change change) {
        return words.say(
                "digest.transition",
                "date",
                change.transition().date(),
                "name",
                language.label(change.facility().feature()),
                "from",
                language.state(change.transition().from()),
                "to",
                language.state(change.transition().to()),
                "reason",
                language.reasons().say(change.transition().reason()));
    }
}
