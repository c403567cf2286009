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
import org.heatwatch.source.EvidenceTest;
import org.heatwatch.state.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * JSON form of published values: ids, dates and times are strings; enumerated values are in lower case, except for
 * states, which are in upper case.
 */
public final class PublishedJson {
    /** Ignores unknown members, since newer code may have written the data. */
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
        addLowerCase(values, EvidenceTest.Kind.class);
        addLowerCase(values, EvidenceTest.Verdict.class);
        return values.module();
    }

    private static <E extends Enum<E>> void addLowerCase(TextValues values, Class<E> type) {
        values.add(
                type,
                value -> value.name().toLowerCase(Locale.ROOT),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** Converts a published value to JSON. */
    public static JsonNode of(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Converts a record to a JSON object with a member for each component. */
    public static ObjectNode object(Record value) {
        return MAPPER.valueToTree(value);
    }

    /** Converts a value to the Java form of its JSON: a number, string, boolean, list of these, or null. */
    public static @Nullable Object plain(@Nullable Object value) {
        return MAPPER.convertValue(value, Object.class);
    }

    /** The JSON string of an enumerated value, id, date or time. */
    public static String text(Object value) {
        return of(value).asText();
    }
}
