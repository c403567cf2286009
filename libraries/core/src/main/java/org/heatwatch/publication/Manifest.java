package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * Index of the current published history of a site. Readers never see a mixture of two histories: parts are immutable,
 * and the manifest is replaced atomically.
 *
 * @param siteVersion version of the site's definition
 * @param codeVersion version of the code that computed the history
 * @param asOf the history was computed for the end of this day
 * @param run id of the scoring run, derived from its inputs
 * @param simulated whether the scenes are simulated
 * @param states current states of all facilities and controls, in the order of the site's file
 * @param sceneKeys keys of the scenes that the history was computed from ({@link
 *     org.heatwatch.ledger.SceneRecord#key()}), in order
 * @param parts keys of the parts of the history
 */
public record Manifest(
        String siteId,
        int siteVersion,
        String codeVersion,
        LocalDate asOf,
        String run,
        boolean simulated,
        @JsonProperty("standings") List<PublishedState> states,
        @JsonProperty("readings") List<String> sceneKeys,
        List<PartKey> parts) {

    public Manifest {
        states = List.copyOf(states);
        sceneKeys = List.copyOf(sceneKeys);
        parts = List.copyOf(parts);
    }
}
