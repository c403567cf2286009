package org.heatwatch.announce;

import java.time.LocalDate;

/**
 * What the latest run of a site was told from.
 *
 * @param siteVersion version of the site's definition
 * @param through date of the latest acquisition that was judged
 * @param asOf the day at whose end it was told
 * @param run names it
 */
public record LastRun(int siteVersion, LocalDate through, LocalDate asOf, String run) {}
