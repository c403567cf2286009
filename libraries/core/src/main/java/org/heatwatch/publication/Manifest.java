package org.heatwatch.publication;

import java.time.LocalDate;
import java.util.List;

/**
 * What the current history of a site is made of. Who follows it never sees a mixture of two: parts are immutable, and the
 * manifest changes in one step.
 *
 * @param siteVersion version of the site's definition
 * @param codeVersion of what told the history
 * @param asOf the day at whose end it was told
 * @param run names the run that told it, by what it was told from
 * @param simulated whether the scenes are made up
 * @param standings of all facilities and controls, in the order of the site's file
 * @param readings the scenes that it was told from ({@link org.heatwatch.ledger.SceneRecord#reading()}), in their order
 * @param parts keys of the parts of the history
 */
public record Manifest(
        String siteId,
        int siteVersion,
        String codeVersion,
        LocalDate asOf,
        String run,
        boolean simulated,
        List<Standing> standings,
        List<String> readings,
        List<PartKey> parts) {

    public Manifest {
        standings = List.copyOf(standings);
        readings = List.copyOf(readings);
        parts = List.copyOf(parts);
    }
}
