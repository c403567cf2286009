package org.heatwatch.run;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.heatwatch.site.Site;

/** The current day of a site. A simulated site may have a clock that stands still at a day of its scenario. */
@FunctionalInterface
public interface SiteClock {

    /** The day up to whose end the site is scored. */
    LocalDate today(Site site);

    /** The current UTC day for every site. */
    static SiteClock utc(InstantSource clock) {
        return _ -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
