package org.heatwatch.aws;

import java.util.List;
import java.util.Map;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.mail.Mail;
import org.heatwatch.publication.PartKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item in the ledger's table. A sort key that is empty or ends in {@code #} is a prefix and
 * selects all items of the partition that begin with it.
 */
record Key(String partition, String sort) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    /** One item for each site. */
    static final Key SITES = new Key("sites", "site#");

    /** Exists once each site is in the index of paths and rows. */
    static final Key INDEXED = new Key("pathrow", "complete");

    static Key of(Map<String, AttributeValue> item) {
        return new Key(Items.text(item, PARTITION), Items.text(item, SORT));
    }

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

    /** A part of a definition's text that does not fit into its item, counted from 0. */
    static Key definitionPart(String siteId, String digest, int part) {
        return ofSite(siteId, "text#" + digest + "#" + part);
    }

    /** One item for each site that watches a path and row. */
    static Key watching(WrsScene scene) {
        return new Key("pathrow#" + scene, "site#");
    }

    static Key watching(WrsScene scene, String siteId) {
        return new Key(watching(scene).partition, "site#" + siteId);
    }

    static Key due(String siteId) {
        return ofSite(siteId, "due");
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

    /** A part of a scene's samples, counted from 0; all but the largest scenes have a single part. */
    static Key samples(String siteId, Acquisition acquisition, int part) {
        return ofSite(siteId, "samples#" + of(acquisition) + (part == 0 ? "" : "#" + part));
    }

    static Key intake(String siteId) {
        return ofSite(siteId, "intake#");
    }

    static Key intake(String siteId, ProductId product) {
        return ofSite(siteId, "intake#" + product.id());
    }

    /** The partitions of a site, that of its definition last. */
    static List<Key> ofData(String siteId) {
        return List.of(
                undelivered(siteId),
                mails(siteId),
                new Key(announcements(siteId).partition, ""),
                parts(siteId),
                ofSite(siteId, ""));
    }

    static Key latestRun(String siteId) {
        return ofSite(siteId, "latest");
    }

    static Key lastNotification(String siteId) {
        return ofSite(siteId, "heard");
    }

    static Key clock(String siteId) {
        return ofSite(siteId, "clock");
    }

    static Key backfill(String siteId) {
        return ofSite(siteId, "backfill");
    }

    static Key announcements(String siteId) {
        return new Key("announcement#" + siteId, "marker#");
    }

    static Key announcement(String siteId, AnnouncementRecord announcement) {
        return new Key("announcement#" + siteId, "marker#" + announcement.key());
    }

    static Key parts(String siteId) {
        return new Key("history#" + siteId, "");
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

    /** The list of mails without a recorded delivery. */
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
