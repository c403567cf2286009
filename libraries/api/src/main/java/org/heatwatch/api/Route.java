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
 * A kind of page.
 *
 * @param path with names in braces, as OpenAPI writes it
 * @param pattern the same, to be matched
 * @param operation name for programs
 * @param schema name of the schema of its answers in JSON; empty if it has none
 * @param forms none where the page has just one, which is no document
 * @param types of the answers
 * @param answer to a GET
 * @param asking how it is asked
 */
record Route(
        String path,
        Pattern pattern,
        String operation,
        String summary,
        String tag,
        String schema,
        List<Form> forms,
        List<String> types,
        List<Parameter<?>> parameters,
        Function<Exchange, Prepared> answer,
        Asking asking) {
    /** How a page is asked. */
    enum Asking {
        /** By its address. */
        ADDRESS,
        /** By its address, or by a POST whose body has the parameters. */
        ADDRESS_OR_BODY,
        /** By a POST of a document, which is not kept. */
        DOCUMENT
    }

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** A document, in one form or several. */
    static Route of(
            String path,
            String operation,
            String tag,
            String summary,
            String schema,
            List<Form> forms,
            List<String> types,
            List<Parameter<?>> parameters,
            Function<Exchange, Prepared> answer) {
        List<Parameter<?>> all = new ArrayList<>(parameters);
        if (forms.size() > 1) {
            all.add(Form.parameter(forms));
        }
        return new Route(
                path, pattern(path), operation, summary, tag, schema, forms, types, all, answer, Asking.ADDRESS);
    }

    /** A file, or a page for people alone. */
    static Route file(
            String path,
            String operation,
            String tag,
            String summary,
            List<String> types,
            List<Parameter<?>> parameters,
            Function<Exchange, Prepared> answer) {
        return of(path, operation, tag, summary, "", List.of(), types, parameters, answer);
    }

    Route asked(Asking how) {
        return new Route(path, pattern, operation, summary, tag, schema, forms, types, parameters, answer, how);
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

    /** The names of the path, in their order. */
    List<String> names() {
        return NAME.matcher(path).results().map(result -> result.group(1)).toList();
    }

    /** What stands in a path in the places of the names; empty if it is another page's. */
    Optional<Map<String, String>> match(String asked) {
        Matcher matcher = pattern.matcher(asked);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        names().forEach(name -> found.put(name, matcher.group(name)));
        return Optional.of(found);
    }

    List<String> methods() {
        return switch (asking) {
            case ADDRESS -> List.of("GET", "HEAD", "OPTIONS");
            case ADDRESS_OR_BODY -> List.of("GET", "HEAD", "POST", "OPTIONS");
            case DOCUMENT -> List.of("POST", "OPTIONS");
        };
    }
}
