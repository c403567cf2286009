package org.heatwatch.publication;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.json.TextValues;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.state.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of what is published: ids, dates and times as text, enumerated values in lower case but states, which are in
 * upper case.
 */
public final class PublishedJson {
    /** A reader may meet what newer code wrote. */
    static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(module());

    private PublishedJson() {}

    private static SimpleModule module() {
        TextValues values = new TextValues("published");
        addLowerCase(values, ObservationStatus.class);
        addLowerCase(values, Pass.class);
        addLowerCase(values, Role.class);
        addLowerCase(values, Confidence.class);
        addLowerCase(values, SceneFlag.class);
        addLowerCase(values, Transmittance.Source.class);
        return values.module();
    }

    private static <E extends Enum<E>> void addLowerCase(TextValues values, Class<E> type) {
        values.add(
                type,
                value -> value.name().toLowerCase(Locale.ROOT),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** A published value as JSON. */
    public static JsonNode of(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A record as JSON, a member for each component. */
    public static ObjectNode object(Record value) {
        return MAPPER.valueToTree(value);
    }

    /** A value as JSON has it: a number, a text, whether something is so, a list of these, or null. */
    public static @Nullable Object plain(@Nullable Object value) {
        return MAPPER.convertValue(value, Object.class);
    }

    /** An enumerated value, an id, a date or a time as text. */
    public static String text(Object value) {
        return of(value).asText();
    }
}
