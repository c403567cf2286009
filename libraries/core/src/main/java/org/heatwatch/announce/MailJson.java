package org.heatwatch.announce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PassReport;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A mail for machines. Dates are text, kelvin are effective, what is unknown is null. */
final class MailJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MailJson() {}

    private record Body(
            String site,
            String kind,
            String run,
            String asOf,
            boolean simulated,
            String headline,
            List<Change> changes,
            @Nullable String acquisition,
            List<PassReport.Spot> hotSpots) {}

    /** @param episode names this change for good: the same facility, topic and episode are the same change */
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
            @Nullable Double latitude) {}

    static String of(MailFacts facts, String run, String headline) {
        Body body = new Body(
                facts.site().id(),
                facts.kind().code(),
                run,
                facts.history().asOf().toString(),
                facts.site().presentation().simulated(),
                headline,
                facts.news().stream().map(n -> change(facts, n)).toList(),
                facts.pass().map(p -> p.product().acquisition().id()).orElse(null),
                facts.pass().flatMap(p -> p.hotSpots()).map(HotSpots::spots).orElse(List.of()).stream()
                        .map(spot -> PassReport.Spot.of(spot, facts.site(), facts.nearest(spot)))
                        .toList());
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mail must have a JSON form", e);
        }
    }

    private static Change change(MailFacts facts, News news) {
        Marker marker = news.marker();
        Optional<MailFacts.Row> row =
                facts.rows().stream().filter(r -> r.news().equals(news)).findFirst();
        Optional<JudgedObservation.Scored> scored = row.flatMap(MailFacts.Row::scored);
        Optional<Coordinate> at = marker.place().map(p -> facts.site().utm().toLonLat(p.east(), p.north()));
        return new Change(
                marker.subject(),
                row.map(r -> r.roof().feature().name()).orElse(null),
                marker.topic().name(),
                marker.episode().toString(),
                news.change().name(),
                marker.date().toString(),
                news.before().map(Object::toString).orElse(null),
                news.occurrence()
                        .flatMap(Occurrence::acquisition)
                        .map(Acquisition::id)
                        .orElse(null),
                scored.map(JudgedObservation.Scored::effectiveKelvin).orElse(null),
                scored.map(JudgedObservation.Scored::standardError).orElse(null),
                scored.map(s -> s.heat().score()).orElse(null),
                scored.map(s -> s.confidence().name().toLowerCase(Locale.ROOT)).orElse(null),
                row.filter(MailFacts.Row::isProvisional).isPresent()
                        || news.occurrence()
                                .flatMap(Occurrence::acquisition)
                                .filter(facts::isInRealTime)
                                .isPresent(),
                row.map(r -> r.roof().feature().verified()).orElse(null),
                at.map(c -> c.x).orElse(null),
                at.map(c -> c.y).orElse(null));
    }
}
