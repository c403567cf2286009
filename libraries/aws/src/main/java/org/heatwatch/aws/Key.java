package org.heatwatch.aws;

import java.util.Map;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Marker;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.publication.PartKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item is in the ledger's table; a sort key that ends in {@code #} or is empty stands for all that begin so. */
record Key(String partition, String sort) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    /** One item for each site. */
    static final Key SITES = new Key("sites", "site#");

    private static Key ofSite(String siteId, String sort) {
        return new Key("site#" + siteId, sort);
    }

    static Key listed(String siteId) {
        return new Key(SITES.partition, SITES.sort + siteId);
    }

    static Key definition(String siteId) {
        return ofSite(siteId, "definition");
    }

    static Key definition(String siteId, int version) {
        return ofSite(siteId, "definition#" + version);
    }

    static Key scenes(String siteId) {
        return ofSite(siteId, "scene#");
    }

    static Key scene(String siteId, Acquisition acquisition) {
        return ofSite(siteId, "scene#" + of(acquisition));
    }

    static Key samples(String siteId) {
        return ofSite(siteId, "samples#");
    }

    /** A part of the samples of a scene; all but the largest have one part, number 0. */
    static Key samples(String siteId, Acquisition acquisition, int part) {
        return ofSite(siteId, "samples#" + of(acquisition) + (part == 0 ? "" : "#" + part));
    }

    static Key intake(String siteId) {
        return ofSite(siteId, "intake#");
    }

    static Key intake(String siteId, ProductId product) {
        return ofSite(siteId, "intake#" + product.id());
    }

    static Key latestRun(String siteId) {
        return ofSite(siteId, "latest");
    }

    static Key lastHeard(String siteId) {
        return ofSite(siteId, "heard");
    }

    static Key clock(String siteId) {
        return ofSite(siteId, "clock");
    }

    static Key backfill(String siteId) {
        return ofSite(siteId, "backfill");
    }

    static Key markers(String siteId) {
        return new Key("announcement#" + siteId, "marker#");
    }

    static Key marker(String siteId, Marker marker) {
        return new Key("announcement#" + siteId, "marker#" + marker.key());
    }

    static Key part(String siteId, PartKey part) {
        return new Key("history#" + siteId, part.text());
    }

    static Key mails(String siteId) {
        return new Key("mail#" + siteId, "");
    }

    static Key mail(String siteId, Kind kind, String run) {
        return new Key("mail#" + siteId, kind.code() + "#" + run);
    }

    static Key mail(Mail mail) {
        return mail(mail.siteId(), mail.kind(), mail.run());
    }

    /** Of the mails that are not known to be delivered. */
    static Key undelivered(String siteId) {
        return new Key("undelivered#" + siteId, "");
    }

    static Key undelivered(Mail mail) {
        return new Key("undelivered#" + mail.siteId(), mail(mail).sort);
    }

    private static String of(Acquisition acquisition) {
        return acquisition.date() + "#" + acquisition.satellite().code() + "_" + acquisition.scene();
    }

    Map<String, AttributeValue> attributes() {
        return Map.of(PARTITION, Items.text(partition), SORT, Items.text(sort));
    }
}
