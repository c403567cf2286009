package org.heatwatch.announce;

import java.time.LocalDate;

/**
 * Input of the latest run of a site.
 *
 * @param siteVersion version of the site's definition
 * @param through date of the latest acquisition that was judged
 * @param asOf the history covers everything up to the end of this day
 * @param run id of the run
 */
public record ScoringRun(int siteVersion, LocalDate through, LocalDate asOf, String run) {}
