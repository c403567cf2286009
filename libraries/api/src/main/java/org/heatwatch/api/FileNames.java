package org.heatwatch.api;

import java.util.Optional;

/**
 * Names of files that users download or export: site, contents, day. Those of simulated sites contain "simulated".
 * Parts are joined by {@code _}.
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
        return start(view) + "_" + what + extension;
    }

    /** The first part of the names of all files of a site. */
    static String start(PublishedSite view) {
        return view.id() + (view.isSimulated() && !view.id().contains(SIMULATED) ? "_" + SIMULATED : "");
    }

    /** The same with the day up to whose end the contents are known. */
    public static String dated(PublishedSite view, String what, String extension) {
        return of(view, what + view.asOf().map(day -> "_" + day).orElse(""), extension);
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
