package org.heatwatch.fuzz;

import java.nio.charset.StandardCharsets;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;

/** Site definitions. */
public final class SiteFuzz {
    private SiteFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            Site site = SiteFile.parse(text, "fuzz");
            FuzzResult.requirePrintable(site.name());
        } catch (HeatWatchException e) {
            FuzzResult.requirePrintable(e);
        }
    }
}
