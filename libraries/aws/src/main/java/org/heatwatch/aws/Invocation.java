package org.heatwatch.aws;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An invocation of a function with its event as JSON. Functions read their events themselves, because Lambda would drop
 * the members that request a {@link SelfTest}.
 */
public final class Invocation {
    /** Some members of Lambda's events have capitals in JSON that the properties of their classes lack. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JsonNode event;
    private final OutputStream output;

    private Invocation(JsonNode event, OutputStream output) {
        this.event = event;
        this.output = output;
    }

    /**
     * Reads the event, logs and answers it if it requests a self-test.
     *
     * @return the invocation, if there is more to do
     */
    public static Optional<Invocation> read(
            InputStream input, OutputStream output, Supplier<SelfTest> selfTest, EventLog log) throws IOException {
        Invocation invocation = new Invocation(MAPPER.readTree(input), output);
        if (!invocation.event.has(SelfTest.MEMBER)) {
            return Optional.of(invocation);
        }
        Map<String, Object> result = selfTest.get().result();
        log.write(new Event.SelfTested(result));
        invocation.write(result);
        return Optional.empty();
    }

    /** Answers the event in the form of a class of Lambda. */
    public <E> void answer(Class<E> type, Function<E, ?> work) throws IOException {
        write(work.apply(MAPPER.treeToValue(event, type)));
    }

    private void write(Object answer) throws IOException {
        MAPPER.writeValue(output, answer);
    }
}
