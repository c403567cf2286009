package org.heatwatch.aws;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.announce.UtmPosition;
import org.heatwatch.json.TextValues;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.reconcile.SiteFindings;

/**
 * The JSON form of records in the table and in the log: each component under its name, dates, times and products as
 * text, absent values omitted. A component that is renamed keeps its stored name through a mix-in here.
 */
final class RecordJson {
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
            .addModule(new Jdk8Module())
            .addModule(new TextValues("stored").module())
            .addMixIn(Mail.class, OfSite.class)
            .addMixIn(SiteDefinition.class, OfSite.class)
            .addMixIn(SiteFindings.class, OfSite.class)
            .addMixIn(ExpectedPass.class, ByAcquisition.class)
            .addMixIn(UtmPosition.class, AsArray.class)
            .addMixIn(ThermalRadiometry.class, AsArray.class)
            .addMixIn(IntakeOutcome.class, ByOutcome.class)
            .build();

    private RecordJson() {}

    /** Returns a value as one line of JSON. */
    static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every record, string and number has a JSON form", e);
        }
    }

    /** Returns the members of a record's JSON form, in their order. */
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
}
