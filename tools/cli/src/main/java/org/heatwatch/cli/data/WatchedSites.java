package org.heatwatch.cli.data;

import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.SiteFile;

/** Adds, changes and removes the sites of a store. */
public record WatchedSites(SiteStore store) {

    /**
     * Adds a site. One that was removed continues its versions.
     *
     * @throws org.heatwatch.errors.BadSite with all defects of the file
     * @throws CommandFailure if the site is watched
     */
    public SiteDefinition add(Path file) {
        String text = SiteDefinitions.read(file);
        String siteId = SiteFile.parse(text, file.toString()).id();
        if (isWatched(siteId)) {
            throw new CommandFailure("%s: site %s is watched by %s; change it with `heatwatch sites update %s %s`"
                    .formatted(file, siteId, store.name(), file, store.option()));
        }
        return saved(ledger().removedSite(siteId)
                .map(removed -> removed.next(text, SiteDefinitions.AUTHOR))
                .orElseGet(() -> SiteDefinition.first(text, SiteDefinitions.AUTHOR)));
    }

    /**
     * Saves the next version of a site.
     *
     * @return empty if the file is the current version
     * @throws org.heatwatch.errors.BadSite with all defects of the file
     * @throws CommandFailure if the site is not watched
     */
    public Optional<SiteDefinition> update(Path file) {
        String text = SiteDefinitions.read(file);
        String siteId = SiteFile.parse(text, file.toString()).id();
        if (!isWatched(siteId)) {
            throw new CommandFailure("%s: site %s is not watched by %s; add it with `heatwatch sites add %s %s`"
                    .formatted(file, siteId, store.name(), file, store.option()));
        }
        try {
            SiteDefinition current = ledger().site(siteId).orElseThrow();
            return current.text().equals(text)
                    ? Optional.empty()
                    : Optional.of(saved(current.next(text, SiteDefinitions.AUTHOR)));
        } catch (SiteUnreadable e) {
            // A removed site continues its versions without the damaged text.
            ledger().removeSite(siteId);
            return Optional.of(saved(ledger().removedSite(siteId).orElseThrow().next(text, SiteDefinitions.AUTHOR)));
        }
    }

    private SiteDefinition saved(SiteDefinition definition) {
        ledger().putSite(definition);
        store.requestScoring(definition.siteId());
        return definition;
    }

    /** Whether a site is watched, even if its definition cannot be read. */
    public boolean isWatched(String siteId) {
        try {
            return ledger().site(siteId).isPresent();
        } catch (SiteUnreadable e) {
            return true;
        }
    }

    private Ledger ledger() {
        return store.ledger();
    }
}
