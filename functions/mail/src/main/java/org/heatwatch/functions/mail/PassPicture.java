package org.heatwatch.functions.mail;

import java.util.Optional;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.PictureLanguage;
import org.heatwatch.publication.HistoryStore;

/** Draws the heat map of the pass that a mail is about, from the last publication of its site. */
record PassPicture(Ledger ledger, Outbox outbox, HistoryStore histories) {
    /** Width in pixels: twice that in the HTML, so that its text stays legible on screens with small pixels. */
    static final int WIDTH = 1400;

    /**
     * The picture as PNG, in the language of the mail; empty if the mail is about no pass, or if the publication does
     * not have the pass any more.
     *
     * @throws org.heatwatch.errors.HeatWatchException if the publication cannot be read
     */
    Optional<byte[]> of(Mail mail) {
        return mail.acquisition()
                .flatMap(acquisition -> PublishedSite.last(mail.siteId(), ledger, outbox, histories)
                        .flatMap(site -> site.pass(acquisition).map(site::heatMap)))
                .map(map -> HeatMapPicture.png(
                        map, HeatMapPicture.Quantity.EXCESS, WIDTH, PictureLanguage.of(mail.language())));
    }
}
