package org.heatwatch.announce;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.heatwatch.site.Site;

/** The day as of which a site is told. A simulated site may have a clock that stands at a day of its story. */
@FunctionalInterface
public interface SiteClock {

    LocalDate today(Site site);

    /** The day in UTC for every site. */
    static SiteClock utc(InstantSource clock) {
        return _ -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
