package org.heatwatch.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/**
 * Installs the site definitions that are shipped with the code. A definition last saved by a person is kept; one last
 * saved by a deployment is updated to the shipped text. A site that was removed is not installed again, and one whose
 * stored definition is damaged does not stop the others.
 */
public final class SiteBootstrap {
    private static final String AUTHOR = "deployment";

    private final Ledger ledger;
    private final NotificationTimes times;
    private final InstantSource clock;

    /**
     * Installs into the given ledger.
     *
     * @param times where the installation is recorded as the first notification, so that silence is counted from then
     */
    public SiteBootstrap(Ledger ledger, NotificationTimes times, InstantSource clock) {
        this.ledger = ledger;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Installs sites. Idempotent, and safe to run concurrently.
     *
     * @param names names of files in {@code sites/} without extension, separated by commas
     * @throws IllegalArgumentException if there is no such file
     */
    public void install(String names) {
        for (String name : names(names)) {
            try {
                installOne(name);
            } catch (SiteUnreadable | BadSite e) {
                // Reconcile reports it every hour.
            }
        }
    }

    static List<String> names(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void installOne(String name) {
        String text = text(name);
        SiteDefinition first = SiteDefinition.first(text, AUTHOR);
        Optional<SiteDefinition> current = ledger.site(first.siteId());
        if (current.isEmpty() && ledger.removedSite(first.siteId()).isPresent()) {
            return;
        }
        if (current.isEmpty()) {
            times.record(first.siteId(), clock.instant());
        }
        Optional<SiteDefinition> wanted = current.isEmpty()
                ? Optional.of(first)
                : current.filter(now ->
                                now.author().equals(AUTHOR) && !now.text().equals(text))
                        .map(now -> now.next(text, AUTHOR));
        wanted.ifPresent(this::save);
    }

    private void save(SiteDefinition definition) {
        try {
            ledger.putSite(definition);
        } catch (LedgerConflict e) {
            // Another function or a person saved first; that definition is kept.
        }
    }

    private static String text(String name) {
        try (InputStream file = SiteBootstrap.class.getResourceAsStream("/sites/" + name + ".geojson")) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "there is no site file %s.geojson; give names of files in sites/".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("site file " + name + " cannot be read", e);
        }
    }
}
