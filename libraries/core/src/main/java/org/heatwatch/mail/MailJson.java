package org.heatwatch.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.NotableEvent;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PassReport;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The JSON form of a mail. Dates are text, temperatures are effective kelvins, unknown values are null. */
final class MailJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MailJson() {}

    private record Body(
            String site,
            String kind,
            String run,
            String asOf,
            boolean simulated,
            String language,
            String headline,
            List<Change> changes,
            @Nullable String acquisition,
            List<PassReport.Spot> hotSpots,
            @Nullable Quarter activity,
            Map<String, Translation> translations) {}

    /** A mail in one language. */
    record Translation(String subject, String text) {}

    /** @param episode with facility and topic, the permanent id of this change */
    private record Change(
            String subject,
            @Nullable String name,
            String topic,
            String episode,
            String change,
            String date,
            @Nullable String dateBefore,
            @Nullable String acquisition,
            @Nullable Double effectiveKelvin,
            @Nullable Double effectiveStandardError,
            @Nullable Double score,
            @Nullable String confidence,
            boolean provisional,
            @Nullable Boolean outlineVerified,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Source source) {}

    /** @param nearest id of the nearest feature whose outline is known */
    private record Source(
            String id,
            double positionStandardErrorMetres,
            double kelvinSquareMetres,
            double kelvinSquareMetresStandardError,
            double z,
            String state,
            String firstSeen,
            String lastSeen,
            boolean ended,
            double activeShare,
            @Nullable String nearest,
            @Nullable Double nearestMetres) {}

    /** Buildings in use in a quarter. */
    private record Quarter(
            String from,
            String to,
            int overpasses,
            int found,
            @Nullable Double buildings,
            @Nullable Double buildingsLow,
            @Nullable Double buildingsHigh,
            @Nullable Double kelvinSquareMetres,
            @Nullable Double kelvinSquareMetresStandardError) {}

    static String of(MailFacts facts, String run, String headline, Map<String, Translation> translations) {
        Body body = new Body(
                facts.site().id(),
                facts.kind().code(),
                run,
                facts.history().asOf().toString(),
                facts.site().presentation().simulated(),
                facts.site().presentation().language(),
                headline,
                facts.announcements().stream()
                        .map(announcement -> change(facts, announcement))
                        .toList(),
                facts.pass().map(p -> p.product().acquisition().id()).orElse(null),
                facts.pass().flatMap(p -> p.hotSpots()).map(HotSpots::spots).orElse(List.of()).stream()
                        .map(spot -> PassReport.Spot.of(spot, facts.site(), facts.nearest(spot)))
                        .toList(),
                facts.kind() == Kind.DIGEST
                        ? facts.sources()
                                .flatMap(sources -> ActivitySentences.complete(
                                        sources, DigestPeriod.of(facts).to()))
                                .map(MailJson::quarter)
                                .orElse(null)
                        : null,
                translations);
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mail must have a JSON form", e);
        }
    }

    static Optional<Acquisition> acquisition(String json) {
        JsonNode acquisition = read(json).path("acquisition");
        return acquisition.isTextual() ? Optional.of(Acquisition.parse(acquisition.textValue())) : Optional.empty();
    }

    static boolean isSimulated(String json) {
        return read(json).path("simulated").asBoolean();
    }

    /** The language of the text; mails of earlier versions have none. */
    static Optional<String> language(String json) {
        JsonNode language = read(json).path("language");
        return language.isTextual() ? Optional.of(language.textValue()) : Optional.empty();
    }

    /** The mail in a language; empty if it was not written in it. */
    static Optional<Translation> translation(String json, String language) {
        JsonNode translation = read(json).path("translations").path(language);
        return translation.isObject()
                ? Optional.of(new Translation(
                        translation.path("subject").asText(),
                        translation.path("text").asText()))
                : Optional.empty();
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mails are stored with JSON", e);
        }
    }

    private static Change change(MailFacts facts, Announcement announcement) {
        AnnouncementRecord record = announcement.record();
        Optional<MailFacts.Row> row = facts.rows().stream()
                .filter(r -> r.announcement().equals(announcement))
                .findFirst();
        Optional<JudgedObservation.Scored> scored = row.flatMap(MailFacts.Row::scored);
        Optional<Coordinate> at = record.place().map(p -> facts.site().utm().toLonLat(p.east(), p.north()));
        return new Change(
                record.subject(),
                row.map(r -> r.facility().feature().name()).orElse(null),
                record.topic().name(),
                record.episode().toString(),
                announcement.change().name(),
                record.date().toString(),
                announcement.before().map(Object::toString).orElse(null),
                announcement
                        .event()
                        .flatMap(NotableEvent::acquisition)
                        .map(Acquisition::id)
                        .orElse(null),
                scored.map(JudgedObservation.Scored::effectiveKelvin).orElse(null),
                scored.map(JudgedObservation.Scored::standardError).orElse(null),
                scored.map(s -> s.heat().score()).orElse(null),
                scored.map(s -> s.confidence().name().toLowerCase(Locale.ROOT)).orElse(null),
                row.filter(MailFacts.Row::isProvisional).isPresent()
                        || announcement
                                .event()
                                .flatMap(NotableEvent::acquisition)
                                .filter(facts::isInRealTime)
                                .isPresent(),
                row.map(r -> r.facility().feature().verified()).orElse(null),
                at.map(c -> c.x).orElse(null),
                at.map(c -> c.y).orElse(null),
                record.topic().isOfSource()
                        ? SourceRow.of(facts, announcement)
                                .flatMap(MailJson::source)
                                .orElse(null)
                        : null);
    }

    private static Optional<Source> source(SourceRow row) {
        return row.source()
                .map(source -> new Source(
                        source.id(),
                        source.positionStandardErrorMetres(),
                        source.kelvinSquareMetres(),
                        source.kelvinSquareMetresStandardError(),
                        source.z(),
                        source.state().name(),
                        source.firstSeen().toString(),
                        source.lastSeen().toString(),
                        source.ended(),
                        source.activeShare(),
                        row.nearest().map(near -> near.feature().id()).orElse(null),
                        row.nearest().map(SourceRow.Near::metres).orElse(null)));
    }

    private static Quarter quarter(ActivityQuarter quarter) {
        return new Quarter(
                quarter.from().toString(),
                quarter.to().toString(),
                quarter.overpasses(),
                quarter.found(),
                quarter.buildings(),
                quarter.buildingsLow(),
                quarter.buildingsHigh(),
                quarter.kelvinSquareMetres(),
                quarter.kelvinSquareMetresStandardError());
    }
}
