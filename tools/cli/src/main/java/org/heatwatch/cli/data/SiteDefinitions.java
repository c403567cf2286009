package org.heatwatch.cli.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.SiteFile;

/** Saves site definitions from files in a ledger. */
public final class SiteDefinitions {
    /** Author of saved versions: the name of the user. */
    public static final String AUTHOR = System.getProperty("user.name", "local");

    private SiteDefinitions() {}

    /**
     * Reads a site definition; saves it as a new version if it is new or changed.
     *
     * @throws org.heatwatch.errors.BadSite with all defects of the file
     */
    public static WatchedSite save(Path file, Ledger ledger) {
        String siteId = SiteFile.read(file).id();
        String text = read(file);
        Optional<SiteDefinition> current = ledger.site(siteId);
        if (current.isPresent() && current.get().text().equals(text)) {
            return WatchedSite.of(current.get());
        }
        SiteDefinition saved = current.map(definition -> definition.next(text, AUTHOR))
                .or(() -> ledger.removedSite(siteId).map(removed -> removed.next(text, AUTHOR)))
                .orElseGet(() -> SiteDefinition.first(text, AUTHOR));
        ledger.putSite(saved);
        return WatchedSite.of(saved);
    }

    /**
     * The first version of a definition in a file, which is not saved.
     *
     * @throws org.heatwatch.errors.BadSite with all defects of the file
     */
    public static SiteDefinition first(Path file) {
        return SiteDefinition.first(read(file), AUTHOR);
    }

    /**
     * The text of a file.
     *
     * @throws CommandFailure if it cannot be read
     */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be read: %s; check its permissions".formatted(file, e));
        }
    }
}
