package org.heatwatch.publication;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
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
            .registerModule(text(new SimpleModule("published")));

    private PublishedJson() {}

    private static SimpleModule text(SimpleModule module) {
        add(module, Acquisition.class, Acquisition::id, Acquisition::parse);
        add(module, ProductId.class, ProductId::id, ProductId::parse);
        add(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
        add(module, Instant.class, Instant::toString, Instant::parse);
        addLowerCase(module, ObservationStatus.class);
        addLowerCase(module, Pass.class);
        addLowerCase(module, Role.class);
        addLowerCase(module, Confidence.class);
        addLowerCase(module, SceneFlag.class);
        addLowerCase(module, Transmittance.Source.class);
        return module;
    }

    private static <E extends Enum<E>> void addLowerCase(SimpleModule module, Class<E> type) {
        add(
                module,
                type,
                value -> value.name().toLowerCase(Locale.ROOT),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdScalarSerializer<T>(type) {
            private static final long serialVersionUID = 1;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdScalarDeserializer<T>(type) {
            private static final long serialVersionUID = 1;

            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.apply(in.getText());
            }
        });
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
