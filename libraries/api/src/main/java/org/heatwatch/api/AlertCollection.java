package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.SentMail;
import org.heatwatch.site.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What was announced. */
final class AlertCollection extends WatchCollection {
    static final String ID = "alerts";
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final List<Column<Said>> COLUMNS = Columns.ofSite(Said::view)
            .add(
                    "kind",
                    Column.Type.TEXT,
                    "What sort of news.",
                    Codes.KINDS,
                    said -> said.mail().kind().code())
            .text(
                    "asOf",
                    "Day at whose end this was known.",
                    said -> said.mail().asOf().toString())
            .text("subject", "The news in a line.", said -> said.mail().subject())
            .integer("severity", "1 low, 2 medium, 3 high.", said -> said.mail().severity())
            .add(
                    "confidence",
                    Column.Type.TEXT,
                    "Of the surest news in it.",
                    Codes.CONFIDENCES,
                    said -> Codes.CONFIDENCES.get(said.mail().confidence() - 1))
            .texts(
                    "facilities",
                    "Ids of features and names of places that it tells of.",
                    said -> said.mail().subjects())
            .text("text", "The mail as people got it.", said -> said.mail().text())
            .list();

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.oneOf("kind", "Only news of these sorts.", Codes.KINDS),
            Filter.oneOf("confidence", "Only with this confidence.", Codes.CONFIDENCES),
            Filter.ids("facilities", "Only what tells of one of these."));

    private final Outbox outbox;

    private record Said(PublishedSite view, Mail mail) {}

    /** @param outbox has the mails, which are no part of histories */
    AlertCollection(Outbox outbox) {
        super(
                ID,
                "Alerts",
                "What was announced: starts and stops, revisions of what was said before, and digests.",
                COLUMNS,
                FILTERS,
                Order.NEWEST);
        this.outbox = outbox;
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        return outbox.mails(view.id()).stream().map(SentMail::mail).map(mail -> row(new Said(view, mail)));
    }

    private Row row(Said said) {
        Mail mail = said.mail();
        return new Row(
                Ids.join(said.view().id(), mail.kind().code(), mail.run()),
                this,
                place(said),
                new TimeSpan(TimeSpan.endOf(mail.asOf()), TimeSpan.endOf(mail.asOf())),
                mail.subject(),
                properties(COLUMNS, said),
                List.of(),
                Map.of());
    }

    /** The features that it tells of; the whole site where it tells of none. */
    private static Place place(Said said) {
        Polygon[] outlines = said.mail().subjects().stream()
                .map(said.view().site()::feature)
                .flatMap(Optional::stream)
                .map(Feature::footprint)
                .map(footprint -> footprint.lonLat())
                .flatMap(AlertCollection::polygons)
                .toArray(Polygon[]::new);
        return Place.of(
                outlines.length == 0
                        ? FACTORY.toGeometry(said.view().site().bounds().envelope())
                        : FACTORY.createMultiPolygon(outlines));
    }

    private static Stream<Polygon> polygons(Geometry geometry) {
        return Stream.iterate(0, i -> i < geometry.getNumGeometries(), i -> i + 1)
                .map(i -> (Polygon) geometry.getGeometryN(i));
    }
}
