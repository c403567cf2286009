package org.heatwatch.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/**
 * Puts the site definitions that come with the code into a ledger. A definition that a person has saved since is left
 * alone; one that only deployments wrote follows the code.
 */
public final class SiteSeeds {
    private static final String AUTHOR = "deployment";

    private final Ledger ledger;
    private final NoticeTimes times;
    private final InstantSource clock;

    /** @param times where silence begins to be counted once a site is planted */
    public SiteSeeds(Ledger ledger, NoticeTimes times, InstantSource clock) {
        this.ledger = ledger;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Plants sites. May be repeated, and done by several at once.
     *
     * @param names of files in {@code sites/}, without their ending, separated by commas
     * @throws IllegalArgumentException if there is no such file
     */
    public void plant(String names) {
        names(names).forEach(this::plantOne);
    }

    static List<String> names(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void plantOne(String name) {
        String text = text(name);
        SiteDefinition first = SiteDefinition.first(text, AUTHOR);
        Optional<SiteDefinition> current = ledger.site(first.siteId());
        if (current.isEmpty()) {
            times.heard(first.siteId(), clock.instant());
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
            // Another function or a person was quicker; what is there now counts.
        }
    }

    private static String text(String name) {
        try (InputStream file = SiteSeeds.class.getResourceAsStream("/sites/" + name + ".geojson")) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "there is no site file %s.geojson; give names of files in sites/".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("site file " + name + " can't be read", e);
        }
    }
}
