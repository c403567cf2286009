package org.heatwatch.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource of the API.
 *
 * @param path path template with parameters in braces, as in OpenAPI
 * @param pattern regular expression of the path
 * @param operation OpenAPI operation id
 * @param schema name of the schema of its JSON; empty if it has none
 * @param formats response formats; empty for a file, which has only one
 * @param types media types of the responses
 * @param answer answers a request
 * @param input where the parameters come from
 */
record Route(
        String path,
        Pattern pattern,
        String operation,
        String summary,
        String tag,
        String schema,
        List<ResponseFormat> formats,
        List<String> types,
        List<Parameter<?>> parameters,
        Function<Exchange, PreparedContent> answer,
        Input input) {
    /** Where a request has its parameters. */
    enum Input {
        /** In the URL. */
        URL,
        /** In the URL, or in the body of a POST request. */
        URL_OR_BODY,
        /** In the body of a POST request, which is a document that is not stored. */
        DOCUMENT
    }

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** A document in one or several formats. */
    static Route of(
            String path,
            String operation,
            String tag,
            String summary,
            String schema,
            List<ResponseFormat> formats,
            List<String> types,
            List<Parameter<?>> parameters,
            Function<Exchange, PreparedContent> answer) {
        List<Parameter<?>> all = new ArrayList<>(parameters);
        if (formats.size() > 1) {
            all.add(ResponseFormat.parameter(formats));
        }
        return new Route(path, pattern(path), operation, summary, tag, schema, formats, types, all, answer, Input.URL);
    }

    /** A file, or a page that exists only in HTML. */
    static Route file(
            String path,
            String operation,
            String tag,
            String summary,
            List<String> types,
            List<Parameter<?>> parameters,
            Function<Exchange, PreparedContent> answer) {
        return of(path, operation, tag, summary, "", List.of(), types, parameters, answer);
    }

    Route withInput(Input input) {
        return new Route(path, pattern, operation, summary, tag, schema, formats, types, parameters, answer, input);
    }

    private static Pattern pattern(String path) {
        Matcher names = NAME.matcher(path);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (names.find()) {
            pattern.append(Pattern.quote(path.substring(end, names.start())))
                    .append("(?<")
                    .append(names.group(1))
                    .append(">[^/]{1,300})");
            end = names.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(path.substring(end))).toString());
    }

    /** The names of the path parameters, in order. */
    List<String> names() {
        return NAME.matcher(path).results().map(result -> result.group(1)).toList();
    }

    /** The path parameters by name; empty if the path does not match this route. */
    Optional<Map<String, String>> match(String requestPath) {
        Matcher matcher = pattern.matcher(requestPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        names().forEach(name -> values.put(name, matcher.group(name)));
        return Optional.of(values);
    }

    List<String> methods() {
        return switch (input) {
            case URL -> List.of("GET", "HEAD", "OPTIONS");
            case URL_OR_BODY -> List.of("GET", "HEAD", "POST", "OPTIONS");
            case DOCUMENT -> List.of("POST", "OPTIONS");
        };
    }
}
