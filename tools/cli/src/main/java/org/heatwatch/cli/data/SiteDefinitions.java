package org.heatwatch.cli.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.files.TextFile;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.SiteFile;
import org.heatwatch.text.Suggestions;

/** Saves site definitions from files in a ledger. */
public final class SiteDefinitions {
    /** Author of saved versions: the name of the user. */
    public static final String AUTHOR = System.getProperty("user.name", "local");

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_NAMED = 20;

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
     * The site of an option: a file, whose definition is saved as by {@link #save}, or the id of a recorded site.
     *
     * @throws CommandFailure if it is neither
     */
    public static WatchedSite saved(Path fileOrId, Ledger ledger) {
        return recorded(fileOrId, ledger).map(WatchedSite::of).orElseGet(() -> save(fileOrId, ledger));
    }

    /**
     * The recorded definition that an option names by its id; empty if it names a file.
     *
     * @throws CommandFailure if there is neither a file nor a site
     */
    public static Optional<SiteDefinition> recorded(Path fileOrId, Ledger ledger) {
        String id = fileOrId.toString();
        boolean isFile = Files.exists(fileOrId) && !Files.isDirectory(fileOrId);
        Optional<SiteDefinition> recorded = isFile || !SLUG.matcher(id).matches() ? Optional.empty() : ledger.site(id);
        if (recorded.isPresent()) {
            return recorded;
        }
        if (Files.exists(fileOrId) || !SLUG.matcher(id).matches()) {
            requireFile(fileOrId);
            return Optional.empty();
        }
        throw missing(id, ledger);
    }

    private static CommandFailure missing(String id, Ledger ledger) {
        List<String> ids = ledger.siteIds("", MOST_NAMED);
        String advice = Suggestions.nearest(id, ids)
                .map(near -> "did you mean --site %s?".formatted(near))
                .orElseGet(() -> ids.isEmpty() ? "give a file" : "give a file, or one of: " + String.join(", ", ids));
        return new CommandFailure(
                "--site %s: there is no such file, and no recorded site of this id; %s".formatted(id, advice));
    }

    /**
     * Checks that the file of a site definition exists.
     *
     * @throws CommandFailure if not, with the file in the same folder that was perhaps meant
     */
    public static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure("%s: is a folder; give the file of a site definition".formatted(file));
        }
        if (!Files.exists(file)) {
            throw new CommandFailure("%s: there is no such file; %s"
                    .formatted(
                            file,
                            beside(file)
                                    .map(near -> "did you mean %s?".formatted(file.resolveSibling(near)))
                                    .orElse("give the file of a site definition")));
        }
    }

    private static Optional<String> beside(Path file) {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().resolveSibling(""))) {
            return Suggestions.nearest(
                    String.valueOf(file.getFileName()),
                    files.map(found -> String.valueOf(found.getFileName()))
                            .filter(name -> name.endsWith("json"))
                            .toList());
        } catch (IOException e) {
            return Optional.empty();
        }
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
        requireFile(file);
        try {
            return TextFile.read(file, SiteFile.LARGEST_BYTES);
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s: cannot be read: %s; check its permissions".formatted(file, FileProblem.of(e)));
        }
    }
}
