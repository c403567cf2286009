package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Site;

/** Prints what was saved of a site. */
final class SavedSite {
    private static final int MAX_WARNINGS = 3;

    private SavedSite() {}

    static void print(SiteDefinition definition, String what, PrintWriter out) {
        Site site = definition.site();
        out.printf("%s (%s): version %d %s%n", site.id(), site.name(), definition.version(), what);
        out.printf("  watched in %s%n", scenes(site));
        List<SiteDefect> warnings = site.warnings();
        warnings.stream().limit(MAX_WARNINGS).forEach(warning -> out.println("  warning: " + warning));
        if (warnings.size() > MAX_WARNINGS) {
            out.printf(
                    "  and %d more warnings; `heatwatch sites check FILE` lists them%n",
                    warnings.size() - MAX_WARNINGS);
        }
    }

    static String scenes(Site site) {
        return site.scenes().stream()
                .map(scene -> "%s/%s %s"
                        .formatted(
                                scene.scene().pathText(),
                                scene.scene().rowText(),
                                scene.pass().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
