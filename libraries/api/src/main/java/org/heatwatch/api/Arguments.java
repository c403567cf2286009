package org.heatwatch.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parsed and validated parameters of a request. */
final class Arguments {
    /** Longest value, in characters: a geometry of a thousand points. */
    static final int MAX_LENGTH = 40_000;

    private static final int LONGEST_NAME = 200;

    private final Map<String, Object> values = new HashMap<>();

    /**
     * Parses the parameters of a query.
     *
     * @throws Problem if a parameter is unknown, repeated or invalid
     */
    static Arguments of(Map<String, List<String>> query, List<Parameter<?>> known) {
        Arguments arguments = new Arguments();
        query.forEach((name, texts) -> {
            Parameter<?> parameter = known.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.badParameter(
                            name.length() > LONGEST_NAME ? "parameter" : name,
                            "unknown parameter; known parameters: "
                                    + known.stream().map(Parameter::name).collect(Collectors.joining(", "))));
            arguments.values.put(name, read(parameter, texts));
        });
        return arguments;
    }

    private static Object read(Parameter<?> parameter, List<String> texts) {
        if (texts.size() != 1 && !parameter.isList()) {
            throw Problem.badParameter(parameter.name(), "given %d times; give it once".formatted(texts.size()));
        }
        String text = String.join(",", texts);
        if (text.length() > MAX_LENGTH) {
            throw Problem.badParameter(parameter.name(), "longer than %d characters".formatted(MAX_LENGTH));
        }
        try {
            return parameter.reader().apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(parameter.name(), String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked") // The value was made by this parameter's reader.
    <T> Optional<T> get(Parameter<T> parameter) {
        return Optional.ofNullable((T) values.get(parameter.name()));
    }

    <T> T get(Parameter<T> parameter, T otherwise) {
        return get(parameter).orElse(otherwise);
    }
}
