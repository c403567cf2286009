package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.language.Words;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;

/**
 * The caveats below the summary sentence of a site.
 *
 * @param now time by which the age of the data is measured
 */
record SummaryNotes(FacilityTexts texts, Instant now) {
    /** Two overpasses of one satellite over a scene, or four of both. */
    private static final int LONG_UNSEEN_DAYS = 32;

    /** A site without new scenes is scored at least once a week. */
    private static final int OLD_AFTER_DAYS = 8;

    /** States that a note explains. */
    private static final List<FacilityState> DOUBTFUL = List.of(
            FacilityState.SUSPECT,
            FacilityState.COOLING,
            FacilityState.FALLING,
            FacilityState.RISING,
            FacilityState.RETURNING,
            FacilityState.STALE,
            FacilityState.UNCALIBRATED);

    /** The caveats, most serious first; none if nothing was published yet. */
    List<String> all() {
        Optional<LocalDate> asOf = view().asOf();
        if (asOf.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        age(asOf.get()).stream(),
                        warmControls().stream(),
                        unseen(asOf.get()).stream(),
                        uncounted().stream(),
                        states().stream(),
                        placeholders().stream(),
                        provisional().stream(),
                        reference().stream(),
                        proof().stream())
                .flatMap(notes -> notes)
                .toList();
    }

    /** The caveats that hold for every pass, whatever the current states are. */
    Set<String> lasting() {
        return Stream.of(placeholders(), reference(), proof())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Optional<String> proof() {
        return Optional.of(words().say(texts.isTwoSided() ? "note.proof.LOWER" : "note.proof"));
    }

    private Optional<String> reference() {
        return texts.isTwoSided() ? ReferenceText.of(view().compared(), words()) : Optional.empty();
    }

    private PublishedSite view() {
        return texts.view();
    }

    private Words words() {
        return texts.words();
    }

    private Optional<String> age(LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(asOf, now.atOffset(ZoneOffset.UTC).toLocalDate());
        return view().isSimulated() || days <= OLD_AFTER_DAYS
                ? Optional.empty()
                : Optional.of(words().say("note.old", "days", days, "asOf", texts.day(asOf)));
    }

    private Optional<String> warmControls() {
        List<FacilityState> warm = List.of(FacilityState.ON, FacilityState.SUSPECT, FacilityState.COOLING);
        return naming(
                "note.control",
                view().watched().stream().filter(feature -> feature.role() == Role.CONTROL),
                feature -> warm.contains(texts.state(feature)));
    }

    private Optional<String> unseen(LocalDate asOf) {
        return texts.lastSeen().flatMap(seen -> {
            long days = ChronoUnit.DAYS.between(seen.atOffset(ZoneOffset.UTC).toLocalDate(), asOf);
            long passes = passesAfter(seen);
            if (days > LONG_UNSEEN_DAYS) {
                return Optional.of(words().say("note.unseen", "days", days, "passes", passes));
            }
            return passes == 0
                    ? Optional.empty()
                    : Optional.of(words().say(passes == 1 ? "note.blind.one" : "note.blind.many", "passes", passes));
        });
    }

    private long passesAfter(Instant seen) {
        return view().passes().stream()
                .map(PassReport::acquiredAt)
                .filter(at -> at.isAfter(seen))
                .count();
    }

    private Optional<String> uncounted() {
        return naming(
                "note.uncounted",
                texts.facilities().stream(),
                feature ->
                        texts.latest(feature).map(latest -> !latest.counted()).orElse(false));
    }

    private List<String> states() {
        List<String> notes = new ArrayList<>();
        if (!texts.in(FacilityState.LOWER).isEmpty()) {
            // The sentence is about the facilities that are LOWER.
            naming("note.HIGHER", texts.facilities().stream(), feature -> texts.state(feature) == FacilityState.HIGHER)
                    .ifPresent(notes::add);
        }
        for (FacilityState state : DOUBTFUL) {
            naming("note." + state, texts.facilities().stream(), feature -> texts.state(feature) == state)
                    .ifPresent(notes::add);
        }
        return notes;
    }

    private Optional<String> placeholders() {
        List<Feature> facilities = texts.facilities();
        long count = facilities.stream().filter(Site::isPlaceholder).count();
        return count == 0
                ? Optional.empty()
                : Optional.of(words().say("note.placeholders", "count", count, "all", facilities.size()));
    }

    private Optional<String> provisional() {
        return texts.facilities().stream()
                .filter(feature -> texts.state(feature).isChanged())
                .filter(texts::isProvisional)
                .findFirst()
                .map(_ -> words().say("note.provisional"));
    }

    /** A note that names the features that meet a condition; empty if there are none. */
    private Optional<String> naming(String key, Stream<Feature> features, Predicate<Feature> condition) {
        List<Feature> named = features.filter(condition).toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(words().say(key, "names", texts.labels(named)));
    }
}
