package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.language.Words;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;

/** The current states of the facilities of a site, and their texts in one language. */
record FacilityTexts(PublishedSite view, Words words) {
    private static final String NEVER_SEEN = "never.seen";

    /** The features with role facility, without the controls. */
    List<Feature> facilities() {
        return view.watched().stream()
                .filter(feature -> feature.role() == Role.FACILITY)
                .toList();
    }

    FacilityState state(Feature feature) {
        return view.currentState(feature).state();
    }

    /** The facilities in a state. */
    List<Feature> in(FacilityState state) {
        return facilities().stream().filter(feature -> state(feature) == state).toList();
    }

    /** Whether an excess is one over a time that was not known to be idle. */
    boolean saysReference() {
        return isTwoSided()
                || (view.site().referenceKind().isTwoSided() && facilities().isEmpty());
    }

    /** Whether the states follow from a comparison with a time that was not known to be idle. */
    boolean isTwoSided() {
        return view.site().referenceKind().isTwoSided()
                && !facilities().isEmpty()
                && facilities().stream()
                        .allMatch(feature -> state(feature).isOf(view.site().referenceKind()));
    }

    /** The latest observation of a feature; empty if there is none. */
    Optional<PublishedObservation> latest(Feature feature) {
        return Optional.ofNullable(view.currentState(feature).latest());
    }

    boolean isProvisional(Feature feature) {
        return latest(feature).map(PublishedObservation::provisional).orElse(false);
    }

    /** Time of the latest observation of any facility; empty if none was ever observed. */
    Optional<Instant> lastSeen() {
        return facilities().stream()
                .flatMap(feature -> latest(feature).stream())
                .map(PublishedObservation::acquiredAt)
                .max(Comparator.naturalOrder());
    }

    /** The name, with a caveat if the outline is a placeholder or not verified. */
    String label(Feature feature) {
        String name = feature.name(words.language());
        if (Site.isPlaceholder(feature)) {
            return words.say("label.placeholder", "name", name);
        }
        return feature.verified() ? name : words.say("label.unverified", "name", name);
    }

    /** The day on which the current state began; empty if it is unknown. */
    Optional<LocalDate> since(Feature feature) {
        return Optional.ofNullable(view.currentState(feature).since());
    }

    /** The excess of the latest observation with its standard error, marked if it is provisional. */
    String excess(Feature feature) {
        return latest(feature)
                .map(latest -> latest.provisional()
                        ? words.say("excess.provisional", "excess", kelvin(latest))
                        : kelvin(latest))
                .orElseGet(() -> words.say(NEVER_SEEN));
    }

    /** The same as {@link #excess}, without the mark. */
    String unmarkedExcess(Feature feature) {
        return latest(feature).map(FacilityTexts::kelvin).orElseGet(() -> words.say(NEVER_SEEN));
    }

    private static String kelvin(PublishedObservation observation) {
        return observation.effectiveKelvin() == null || observation.effectiveStandardError() == null
                ? "?"
                : String.format(
                        Locale.ROOT,
                        "%+.1f\u00a0\u00b1\u00a0%.1f\u00a0K",
                        observation.effectiveKelvin(),
                        observation.effectiveStandardError());
    }

    /** Labels of features as a list, for example {@code A, B and C}. */
    String labels(List<Feature> features) {
        return list(features.stream().map(this::label).toList());
    }

    /** Texts as a list, for example {@code A, B and C}. */
    String list(List<String> texts) {
        return words.list("list.and", texts);
    }

    /** A date in the long format of the language. */
    String day(LocalDate date) {
        Locale locale = words.language().equals("ko") ? Locale.KOREA : Locale.UK;
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** An instant as date and time in the time zone of the site. */
    String time(Instant instant) {
        ZoneId zone = view.site().presentation().timeZone();
        ZonedDateTime local = instant.atZone(zone);
        return words.say(
                "time.there",
                "day",
                day(local.toLocalDate()),
                "time",
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local),
                "zone",
                zone);
    }
}
