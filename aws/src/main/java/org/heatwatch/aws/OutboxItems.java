package org.heatwatch.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.LastRun;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Marker;
import org.heatwatch.announce.Place;
import org.heatwatch.announce.SentMail;
import org.heatwatch.announce.Topic;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PackedJson;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Markers, mails and the latest run as items. */
final class OutboxItems {
    static final String REVISION = "revision";
    static final String RUN = "run";
    static final String DELIVERED_AT = "deliveredAt";
    static final String CLAIMED_AT = "claimedAt";
    private static final String MANIFEST = "manifest";

    private OutboxItems() {}

    static Map<String, AttributeValue> write(Marker marker) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "subject",
                Items.text(marker.subject()),
                "topic",
                Items.text(marker.topic().name()),
                "episode",
                Items.text(marker.episode().toString()),
                "date",
                Items.text(marker.date().toString()),
                "told",
                AttributeValue.fromBool(marker.told()),
                "stands",
                AttributeValue.fromBool(marker.stands()),
                REVISION,
                Items.number(marker.revision())));
        marker.place().ifPresent(place -> item.put("place", Items.exact(place.east(), place.north())));
        return item;
    }

    static Marker marker(Map<String, AttributeValue> item) {
        Optional<Place> place = Optional.ofNullable(item.get("place"))
                .map(_ -> Items.numbers(item, "place"))
                .map(at -> new Place(at.getFirst(), at.getLast()));
        return new Marker(
                Items.text(item, "subject"),
                Topic.valueOf(Items.text(item, "topic")),
                LocalDate.parse(Items.text(item, "episode")),
                LocalDate.parse(Items.text(item, "date")),
                Items.flag(item, "told"),
                Items.flag(item, "stands"),
                place,
                Items.integer(item, REVISION));
    }

    static Map<String, AttributeValue> write(Mail mail) {
        return Map.of(
                "site",
                Items.text(mail.siteId()),
                "kind",
                Items.text(mail.kind().name()),
                RUN,
                Items.text(mail.run()),
                "asOf",
                Items.text(mail.asOf().toString()),
                "subject",
                Items.text(mail.subject()),
                "text",
                Items.text(mail.text()),
                "json",
                Items.text(mail.json()),
                "severity",
                Items.number(mail.severity()),
                "confidence",
                Items.number(mail.confidence()),
                "subjects",
                Items.texts(mail.subjects()));
    }

    static SentMail mail(Map<String, AttributeValue> item) {
        Mail mail = new Mail(
                Items.text(item, "site"),
                Kind.valueOf(Items.text(item, "kind")),
                Items.text(item, RUN),
                LocalDate.parse(Items.text(item, "asOf")),
                Items.text(item, "subject"),
                Items.text(item, "text"),
                Items.text(item, "json"),
                Items.integer(item, "severity"),
                Items.integer(item, "confidence"),
                Items.texts(item, "subjects"));
        return new SentMail(mail, Optional.ofNullable(item.get(DELIVERED_AT)).map(at -> Instant.parse(at.s())));
    }

    static Map<String, AttributeValue> write(LastRun run, Manifest manifest) {
        return Map.of(
                "siteVersion",
                Items.number(run.siteVersion()),
                "through",
                Items.text(run.through().toString()),
                "asOf",
                Items.text(run.asOf().toString()),
                RUN,
                Items.text(run.run()),
                MANIFEST,
                Items.bytes(PackedJson.pack(manifest)));
    }

    /** Empty for a run of code that published no histories yet. */
    static Optional<Manifest> manifest(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(MANIFEST))
                .map(packed -> PackedJson.unpack(packed.b().asByteArray(), Manifest.class));
    }

    static LastRun lastRun(Map<String, AttributeValue> item) {
        return new LastRun(
                Items.integer(item, "siteVersion"),
                LocalDate.parse(Items.text(item, "through")),
                LocalDate.parse(Items.text(item, "asOf")),
                Items.text(item, RUN));
    }
}
