package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SharedDefects;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sites",
        description = "Commands for site definitions.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SitesNewCommand.class,
            SitesAddCommand.class,
            SitesUpdateCommand.class,
            SitesRemoveCommand.class,
            SitesListCommand.class
        })
final class SitesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "check",
            description = "Checks a site definition: lists all defects, and warns of settings that cannot work.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  heatwatch sites check sites/kaesong.geojson"})
    int check(@Parameters(paramLabel = "FILE", description = "Site definition (GeoJSON).") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Site site = SiteFile.read(file);
            out.printf(Locale.ROOT, "%s (%s): valid%n", site.id(), site.name());
            for (Role role : Role.values()) {
                out.printf(Locale.ROOT, "  %d of role %s%n", site.features(role).size(), role.code());
            }
            SharedDefects.combined(site.warnings()).forEach(warning -> out.println("  warning: " + warning));
            return 0;
        } catch (BadSite e) {
            int count = e.defects().size();
            out.printf("%s: %d %s%n", file, count, count == 1 ? "defect" : "defects");
            for (SiteDefect defect : SharedDefects.combined(e.defects())) {
                out.println("  " + defect);
            }
            return HeatWatch.FAILED;
        }
    }
}
