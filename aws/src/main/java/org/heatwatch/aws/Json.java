package org.heatwatch.aws;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Place;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.reconcile.SiteFindings;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: their components by their names, days, moments and products as text, and nothing for what is absent. A
 * component that is renamed keeps its name in what is stored by a mix-in here.
 */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .withConfigOverride(
                    Optional.class,
                    override -> override.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .addModule(module())
            .addMixIn(Mail.class, OfSite.class)
            .addMixIn(SiteDefinition.class, OfSite.class)
            .addMixIn(SiteFindings.class, OfSite.class)
            .addMixIn(ExpectedPass.class, ByAcquisition.class)
            .addMixIn(Place.class, AsArray.class)
            .addMixIn(ThermalRadiometry.class, AsArray.class)
            .addMixIn(IntakeOutcome.class, ByOutcome.class)
            .build();

    private Json() {}

    /** One line. */
    static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records, texts and numbers have a JSON form", e);
        }
    }

    /** The members of a record. */
    static Map<String, Object> members(Object record) {
        return MAPPER.convertValue(record, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private interface OfSite {
        @JsonProperty("site")
        String siteId();
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    private interface ByAcquisition {
        @JsonValue
        Acquisition acquisition();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = IntakeOutcome.Recorded.class, name = "RECORDED"),
        @JsonSubTypes.Type(value = IntakeOutcome.Superseded.class, name = "SUPERSEDED"),
        @JsonSubTypes.Type(value = IntakeOutcome.NotOurs.class, name = "NOT_OURS"),
        @JsonSubTypes.Type(value = IntakeOutcome.Unreadable.class, name = "UNREADABLE")
    })
    private interface ByOutcome {}

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("heatwatch");
        text(module, LocalDate.class, LocalDate::parse);
        text(module, Instant.class, Instant::parse);
        text(module, ProductId.class, ProductId::parse);
        text(module, Acquisition.class, Acquisition::parse);
        module.addSerializer(Optional.class, new StdDelegatingSerializer(new StdConverter<Optional<?>, Object>() {
            @Override
            public @Nullable Object convert(Optional<?> optional) {
                return optional.orElse(null);
            }
        }));
        module.addDeserializer(Optional.class, new OptionalReader(TypeFactory.unknownType()));
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new FromStringDeserializer<T>(type) {
            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return parse.apply(text);
            }
        });
    }

    /** What a component of a record holds, if it is there. */
    private static final class OptionalReader extends StdDeserializer<Optional<?>> implements ContextualDeserializer {
        private static final long serialVersionUID = 1;

        private final JavaType content;

        private OptionalReader(JavaType content) {
            super(Optional.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedType(0));
        }

        @Override
        public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.ofNullable(context.readValue(parser, content));
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
