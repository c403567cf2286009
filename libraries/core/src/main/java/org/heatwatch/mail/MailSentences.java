package org.heatwatch.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Topic;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.HeatChange;
import org.heatwatch.language.Words;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Presentation;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Site;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;

/** Formulates the sentences of mails in one language. The template of that language contains the rest of a mail. */
final class MailSentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String CUT = "...";

    private final MailLanguage language;
    private final Words words;

    MailSentences(MailLanguage language) {
        this.language = language;
        this.words = language.words();
    }

    String label(Feature feature) {
        return language.label(feature);
    }

    String translated(String stored) {
        return language.reasons().say(stored);
    }

    /** Sentences about heat sources in the same language. */
    SourceSentences ofSources() {
        return new SourceSentences(language);
    }

    /** The first line of a mail: a summary. */
    String headline(MailFacts facts) {
        return facts.kind() == Kind.DIGEST
                ? new DigestSentences(language).headline(DigestPeriod.of(facts), facts.sources())
                : words.say(
                        ofKind("headline", facts.kind()),
                        "summary",
                        String.join(" ", sentences("headline", facts, language::label, this::all)));
    }

    /** The subject: site, summary and day in at most {@link Mail#LONGEST_SUBJECT} characters. */
    String subject(MailFacts facts) {
        String key = facts.site().presentation().simulated() ? "subject.simulated" : "subject";
        Presentation presentation = facts.site().presentation();
        String site = isAscii() ? presentation.shortName() : presentation.name(language.code());
        String frame = words.say(key, "site", site, "day", day(facts), "summary", "");
        List<String> parts = new ArrayList<>();
        if (facts.kind() == Kind.DIGEST) {
            parts.add(words.say("subject.digest"));
        } else {
            parts.addAll(sentences("subject", facts, this::nameInSubject, this::first));
            String revised = ofKind("subject", facts.kind());
            if (!revised.equals("subject")) {
                parts.set(0, words.say(revised, "summary", parts.getFirst()));
            }
        }
        return words.say(
                key, "site", site, "day", day(facts), "summary", fitting(parts, Mail.LONGEST_SUBJECT - frame.length()));
    }

    private static String day(MailFacts facts) {
        return switch (facts.kind()) {
            case ACTIVITY, SUSPECT, OPERATIONS, REVISION ->
                facts.pass()
                        .map(pass -> pass.product().acquired())
                        .orElse(facts.history().asOf())
                        .toString();
            case STALE, DIGEST ->
                facts.announcements().getFirst().record().date().toString();
        };
    }

    /** As many parts as fit, or the beginning of the first. */
    String fitting(List<String> parts, int room) {
        for (int count = parts.size(); count > 0; count--) {
            String text = String.join("; ", parts.subList(0, count));
            String whole = count < parts.size() ? words.say("subject.more", "parts", text) : text;
            if (whole.length() <= room) {
                return whole;
            }
        }
        String first = parts.getFirst();
        return first.length() <= room ? first : first.substring(0, room - CUT.length()) + CUT;
    }

    private static String ofKind(String form, Kind kind) {
        return switch (kind) {
            case ACTIVITY, SUSPECT, STALE, DIGEST -> form;
            case REVISION, OPERATIONS -> form + "." + kind.code();
        };
    }

    /** One sentence for each change, which several facilities may share, then those about heat sources. */
    private List<String> sentences(
            String form, MailFacts facts, Function<Feature, String> name, Function<List<String>, String> join) {
        Stream<String> facilities = facts.groups().stream().map(group -> {
            List<String> names = group.rows().stream()
                    .map(row -> name.apply(row.facility().feature()))
                    .toList();
            return words.say(
                    key(form, names.size(), group.topic(), group.change()),
                    "names",
                    join.apply(names),
                    "topic",
                    language.topic(group.topic()));
        });
        Stream<String> heatSources = ofSources().sentences(form, facts).stream();
        List<String> all = Stream.concat(facilities, heatSources).toList();
        // Empty if the site no longer has the feature, or no longer knows its location.
        return all.isEmpty() ? List.of(words.say(form + ".nobody")) : all;
    }

    private static String key(String form, int count, Topic topic, Announcement.Change change) {
        String plural = count == 1 ? ".one." : ".many.";
        return form + plural + change + (change == Announcement.Change.NEW ? "." + topic : "");
    }

    /** For example {@code A, B and C}. */
    String all(List<String> names) {
        return words.list("names.and", names);
    }

    /** For example {@code A and 2 more}. */
    private String first(List<String> names) {
        return names.size() < 3
                ? all(names)
                : words.say("names.more", "first", names.getFirst(), "count", names.size() - 1);
    }

    /** Whether subjects in this language go into mails of SNS, which allows ASCII only. */
    private boolean isAscii() {
        return language.code().equals(Presentation.DEFAULT_LANGUAGE);
    }

    /** The name in subjects: in ASCII, the id if the name has other characters. */
    private String nameInSubject(Feature feature) {
        if (!isAscii()) {
            return feature.name(language.code());
        }
        return feature.name().matches("\\p{Print}+") ? feature.name() : feature.id();
    }

    /** A change of a facility, for example {@code SUSPECT -> ON, 2025-10-19}. */
    String change(MailFacts.Row row) {
        Announcement announcement = row.announcement();
        Topic topic = announcement.record().topic();
        FacilityState now = row.facility().track().current().state();
        Optional<LocalDate> seen =
                row.facility().track().current().lastValidObservation().map(JudgedObservation::date);
        String key =
                switch (announcement.change()) {
                    case NEW ->
                        topic != Topic.STALE ? "change.NEW" : "change.NEW.STALE" + (seen.isEmpty() ? ".never" : "");
                    case MOVED, WITHDRAWN, REINSTATED -> "change." + announcement.change();
                };
        return words.say(
                key,
                "step",
                row.transition()
                        .map(transition -> words.say(
                                "step",
                                "from",
                                language.state(transition.from()),
                                "to",
                                language.state(transition.to())))
                        .orElse(language.topic(topic)),
                "topic",
                language.topic(topic),
                "date",
                announcement.record().date(),
                "before",
                announcement.before().map(LocalDate::toString).orElse(""),
                "seen",
                seen.map(LocalDate::toString).orElse(""),
                "state",
                language.state(now));
    }

    /** How much heat a facility lost or gained, for example {@code change of heat: -12,300 ± 2,100 K m2 since ...}. */
    String heat(HeatChange change) {
        return words.say(
                change.observations() == 1 ? "change.heat.one" : "change.heat.many",
                "amount",
                String.format(Locale.ROOT, "%+,.0f", change.kelvinSquareMetres()),
                "error",
                String.format(Locale.ROOT, "%,.0f", change.standardError()),
                "count",
                change.observations(),
                "from",
                change.from());
    }

    /** With what the site is compared; empty if that is an idle time. */
    Optional<String> reference(Site compared) {
        return compared.referenceKind() == ReferenceKind.IDLE
                        || compared.referencePeriods().isEmpty()
                ? Optional.empty()
                : Optional.of(words.say(
                        "reference." + compared.referenceKind().code(),
                        "periods",
                        compared.referencePeriods().stream()
                                .map(period -> period.from() + "/" + period.to())
                                .collect(Collectors.joining(", "))));
    }

    /** A facility's state, and its excess in the pass if it was observed. */
    String state(FeatureHistory facility, Optional<JudgedObservation.Outcome> outcome) {
        String key = outcome.map(known -> switch (known) {
                    case JudgedObservation.Scored _ -> "state.scored";
                    case JudgedObservation.NoObservation _ -> "state.unseen";
                    case JudgedObservation.Uncalibrated _ -> "state.uncalibrated";
                })
                .orElse("state");
        String excess = outcome.filter(JudgedObservation.Scored.class::isInstance)
                .map(JudgedObservation.Scored.class::cast)
                .map(this::excess)
                .orElse("");
        return words.say(
                key,
                "name",
                language.label(facility.feature()),
                "state",
                language.state(facility.track().current().state()),
                "excess",
                excess);
    }

    /** The reason why a facility could not be judged; empty if it could. */
    Optional<String> notSeen(FeatureHistory facility, JudgedObservation.Outcome outcome) {
        return reason(outcome)
                .map(reason -> words.say("not.seen", "name", label(facility.feature()), "reason", translated(reason)));
    }

    static Optional<String> reason(JudgedObservation.Outcome outcome) {
        return switch (outcome) {
            case JudgedObservation.Scored _ -> Optional.empty();
            case JudgedObservation.NoObservation none -> Optional.of(none.reason());
            case JudgedObservation.Uncalibrated none -> Optional.of(none.reason());
        };
    }

    /** For example {@code +8.1 ± 0.9 K}. */
    String excess(JudgedObservation.Scored scored) {
        return words.say(
                "excess",
                "kelvin",
                String.format(Locale.ROOT, "%+.1f", scored.effectiveKelvin()),
                "error",
                String.format(Locale.ROOT, "%.1f", scored.standardError()));
    }

    String confidence(Confidence confidence) {
        return words.say("confidence." + confidence);
    }

    /** For example {@code 2025-11-04 02:11 UTC (11:11 Asia/Seoul)}. */
    String time(Instant instant, ZoneId zone) {
        return words.say(
                "time",
                "utc",
                DAY_AND_TIME.format(instant.atOffset(ZoneOffset.UTC)),
                "local",
                TIME.format(instant.atZone(zone)),
                "zone",
                zone);
    }
}
