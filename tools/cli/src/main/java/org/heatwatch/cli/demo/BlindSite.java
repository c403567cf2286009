package org.heatwatch.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Bounds;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/**
 * The site of a story as somebody defines it who knows no outline: the placeholders of a shipped definition, with the
 * scenes, the reference periods and the time zone of the story.
 */
public final class BlindSite {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> OF_THE_STORY = List.of("timeZone", "simulated", "utmZone", "scenes", "reference");
    /** Sorts after the id of the story's site, so that a server shows the story's site first. */
    private static final String ID_SUFFIX = "-blind";

    private BlindSite() {}

    /**
     * Creates the first version of the definition.
     *
     * @param story definition of the story's site
     * @param shipped definition with placeholders
     * @param author of the version
     */
    public static SiteDefinition of(SiteDefinition story, SiteDefinition shipped, String author) {
        ObjectNode simulated = object(story.text());
        ObjectNode blind = object(shipped.text());
        String shortName = story.site().presentation().shortName();
        blind.put("id", story.siteId() + ID_SUFFIX)
                .put("name", shortName + ", no outlines known (simulated)")
                .put("shortName", shortName + ", no outlines");
        OF_THE_STORY.forEach(member -> blind.set(member, simulated.get(member)));
        Envelope bounds = bounds(story.site().bounds(), shipped.site());
        blind.putArray("bounds")
                .add(bounds.getMinX())
                .add(bounds.getMinY())
                .add(bounds.getMaxX())
                .add(bounds.getMaxY());
        return SiteDefinition.first(blind.toPrettyString() + "\n", author);
    }

    /** As small as possible, since the simulated images have no pixels far from the story's site. */
    private static Envelope bounds(Bounds story, Site shipped) {
        Envelope bounds = story.envelope();
        shipped.features()
                .forEach(feature ->
                        bounds.expandToInclude(feature.footprint().lonLat().getEnvelopeInternal()));
        return bounds;
    }

    private static ObjectNode object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return (ObjectNode) node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a site definition is valid JSON", e);
        }
    }
}
