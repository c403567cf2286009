package org.heatwatch.api;

import java.util.Optional;
import org.heatwatch.source.Period;

/**
 * Names of files that users download or export: site, then pass, facility or source, then contents, then the days that
 * they cover or the day up to whose end they are known. The name of a pass contains its day. Those of simulated sites
 * contain "simulated". Parts are joined by {@code _}. The dashboard gives the same names. Only the definition of a site
 * is named after its id alone, as the file that {@code --site} reads.
 */
public final class FileNames {
    private static final String SIMULATED = "simulated";

    private FileNames() {}

    /**
     * The name of a file of one site.
     *
     * @param what its contents, such as {@code LC08_116034_20251104_heatmap}
     * @param extension with its dot
     */
    public static String of(PublishedSite view, String what, String extension) {
        return of(view.id(), view.isSimulated(), what, extension);
    }

    /** The same of a site of which no more is known. */
    public static String of(String site, boolean isSimulated, String what, String extension) {
        return start(site, isSimulated) + "_" + what + extension;
    }

    /** The first part of the names of all files of a site. */
    static String start(PublishedSite view) {
        return start(view.id(), view.isSimulated());
    }

    private static String start(String site, boolean isSimulated) {
        return site + (isSimulated && !site.contains(SIMULATED) ? "_" + SIMULATED : "");
    }

    /** The same with the day up to whose end the contents are known. */
    public static String dated(PublishedSite view, String what, String extension) {
        return of(view, what + view.asOf().map(day -> "_" + day).orElse(""), extension);
    }

    /** The name of a file with the days that it covers. */
    static String covering(PublishedSite view, String what, Period days, String extension) {
        return of(view, "%s_%s_%s".formatted(what, days.from(), days.to()), extension);
    }

    /** The name of a file of several sites. */
    static String of(Iterable<PublishedSite> views, String what, String extension) {
        Optional<PublishedSite> only = Optional.empty();
        int count = 0;
        for (PublishedSite view : views) {
            only = Optional.of(view);
            count++;
        }
        return count == 1 ? dated(only.orElseThrow(), what, extension) : "heatwatch_" + what + extension;
    }
}
