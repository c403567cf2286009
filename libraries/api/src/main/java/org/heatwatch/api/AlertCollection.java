package org.heatwatch.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.SentMail;
import org.heatwatch.site.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The mails that were sent about a site, as features. */
final class AlertCollection extends WatchCollection {
    static final String ID = "alerts";
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final List<Column<Alert>> COLUMNS = Columns.ofSite(Alert::view)
            .add(
                    "kind",
                    Column.Type.TEXT,
                    "Kind of announcement.",
                    Codes.KINDS,
                    alert -> alert.mail().kind().code())
            .text(
                    "asOf",
                    "Day at whose end (UTC) this was known.",
                    alert -> alert.mail().asOf().toString())
            .text("subject", "Subject line of the mail, in the requested language.", Alert::subject)
            .integer(
                    "severity",
                    "Severity: 1 low, 2 medium, 3 high.",
                    alert -> alert.mail().severity())
            .add(
                    "confidence",
                    Column.Type.TEXT,
                    "Confidence of the most certain announcement in the mail.",
                    Codes.CONFIDENCES,
                    alert -> Codes.CONFIDENCES.get(alert.mail().confidence() - 1))
            .texts(
                    "facilities",
                    "Ids of the features and names of the places that the mail is about.",
                    alert -> alert.mail().subjects())
            .text("text", "Text of the mail as it was sent, or in the requested language.", Alert::text)
            .list();

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.oneOf("kind", "Only alerts of these kinds.", Codes.KINDS),
            Filter.oneOf("confidence", "Only alerts with one of these confidences.", Codes.CONFIDENCES),
            Filter.ids("facilities", "Only alerts about one of these features."));

    private final Outbox outbox;

    /** @param language that was requested; empty for that of the mail */
    private record Alert(PublishedSite view, SentMail sent, Optional<String> language) {
        String subject() {
            return language.map(mail()::subject).orElse(mail().subject());
        }

        String text() {
            return language.map(mail()::text).orElse(mail().text());
        }

        Mail mail() {
            return sent.mail();
        }

        /** When it went out; mails of earlier versions have only a day. */
        Instant time() {
            return sent.deliveredAt().orElseGet(() -> TimeSpan.endOf(mail().asOf()));
        }
    }

    /** @param outbox holds the sent mails */
    AlertCollection(Outbox outbox) {
        super(
                ID,
                "Alerts",
                "The mails that were sent: starts and stops, revisions of earlier announcements, and digests. The time "
                        + "of an alert is that of its delivery.",
                COLUMNS,
                FILTERS,
                Order.NEWEST);
        this.outbox = outbox;
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        Optional<String> language = selection.arguments().get(CommonParameters.LANGUAGE);
        return outbox.mails(view.id()).stream().map(sent -> row(new Alert(view, sent, language)));
    }

    private Row row(Alert alert) {
        Mail mail = alert.mail();
        return new Row(
                Ids.join(alert.view().id(), mail.kind().code(), mail.run()),
                this,
                place(alert),
                TimeSpan.at(alert.time()),
                alert.subject(),
                properties(COLUMNS, alert),
                List.of(),
                Map.of());
    }

    /** The footprints of the features that the mail is about; the bounds of the site if it names none. */
    private static Place place(Alert alert) {
        Polygon[] outlines = alert.mail().subjects().stream()
                .map(alert.view().site()::feature)
                .flatMap(Optional::stream)
                .map(Feature::footprint)
                .map(footprint -> footprint.lonLat())
                .flatMap(AlertCollection::polygons)
                .toArray(Polygon[]::new);
        return Place.of(
                outlines.length == 0
                        ? FACTORY.toGeometry(alert.view().site().bounds().envelope())
                        : FACTORY.createMultiPolygon(outlines));
    }

    private static Stream<Polygon> polygons(Geometry geometry) {
        return Stream.iterate(0, i -> i < geometry.getNumGeometries(), i -> i + 1)
                .map(i -> (Polygon) geometry.getGeometryN(i));
    }
}
