package org.heatwatch.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.heatwatch.errors.HeatWatchException;

/**
 * Answers questions. May be used by several threads at once.
 *
 * <p>Nothing that is asked makes it throw: wrong questions are answered by 400, 404 or 405, a store that does not answer by
 * 503, and faults of our own by 500 and a report.
 */
public final class HeatWatchApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_PATH = 1000;
    private static final int WORTH_COMPRESSING = 1000;
    private static final String TYPE = "Content-Type";
    static final String CACHING = "Cache-Control";
    private static final String KEPT = "max-age=60";
    private static final String ASKED_AGAIN = "no-cache";

    private final List<Route> routes;
    private final Consumer<RuntimeException> faults;

    /** @param faults hears of failures that callers are told of by their status alone */
    public HeatWatchApi(Sources sources, Consumer<RuntimeException> faults) {
        this(sources, faults, InstantSource.system());
    }

    /** With a clock that tells how old is what is known. */
    HeatWatchApi(Sources sources, Consumer<RuntimeException> faults, InstantSource clock) {
        Shelf shelf = new Shelf(sources);
        this.faults = faults;
        List<WatchCollection> collections = WatchCollection.all(sources.outbox());
        ItemPages items = new ItemPages(shelf);
        WebPages pages = new WebPages(shelf, clock);
        List<Route> all = new ArrayList<>(new EntryPages(shelf, collections, pages).routes());
        collections.forEach(collection -> all.addAll(List.of(items.items(collection), items.item(collection))));
        all.add(new SearchPages(items, collections).route());
        all.addAll(new PicturePages(shelf).routes());
        all.addAll(new NumberPages(shelf).routes());
        all.addAll(new SitePages(shelf).routes());
        all.addAll(pages.routes());
        all.addAll(new StatusPages(shelf).routes());
        DefinitionPages definition = new DefinitionPages(List.copyOf(all), collections);
        all.add(definition.route());
        this.routes = List.copyOf(all);
    }

    /** Answers a question. */
    public Response answer(Request request) {
        Response response = answered(request);
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Access-Control-Expose-Headers", "ETag,Link,Content-Disposition,Heatwatch-Site-Version");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Vary", "Accept,Accept-Encoding,Accept-Language");
        byte[] body = response.body();
        if (worthCompressing(request, response)) {
            body = compressed(body);
            headers.put("Content-Encoding", "gzip");
        }
        return new Response(response.status(), headers, request.method().equals("HEAD") ? new byte[0] : body);
    }

    private static boolean worthCompressing(Request request, Response response) {
        return response.isText()
                && response.body().length > WORTH_COMPRESSING
                && request.accepts("Accept-Encoding", "gzip");
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes bytes", e);
        }
        return bytes.toByteArray();
    }

    private Response answered(Request request) {
        try {
            return route(request);
        } catch (Problem problem) {
            return problem(problem, Map.of());
        } catch (RuntimeException e) {
            faults.accept(e);
            return problem(
                    e instanceof HeatWatchException known && known.retryHelps()
                            ? Problem.unavailable()
                            : Problem.failed(),
                    Map.of());
        }
    }

    private Response route(Request request) {
        if (request.path().length() > LONGEST_PATH) {
            throw Problem.notFound("no page has so long an address; start at " + request.base() + "/");
        }
        for (Route route : routes) {
            Optional<Map<String, String>> names = route.match(request.path());
            if (names.isPresent()) {
                return answered(route, names.get(), request);
            }
        }
        throw Problem.notFound("there is no such page; start at " + request.base() + "/");
    }

    private Response answered(Route route, Map<String, String> names, Request request) {
        String methods = String.join(", ", route.methods());
        if (request.method().equals("OPTIONS")) {
            return new Response(
                    Response.NO_CONTENT,
                    Map.of(
                            "Allow",
                            methods,
                            "Access-Control-Allow-Methods",
                            methods.replace(" ", ""),
                            "Access-Control-Allow-Headers",
                            "Accept,Content-Type,If-None-Match",
                            "Access-Control-Max-Age",
                            "86400"),
                    new byte[0]);
        }
        if (!route.methods().contains(request.method())) {
            return problem(
                    Problem.wrongMethod(Parameter.shown(request.method()) + " is not answered here; use " + methods),
                    Map.of("Allow", methods));
        }
        Request question = route.asking() == Route.Asking.ADDRESS_OR_BODY ? asQuery(request) : request;
        Arguments arguments = Arguments.of(question.query(), route.parameters());
        Form form = route.forms().isEmpty()
                ? Form.JSON
                : Form.of(
                        Optional.ofNullable(question.query().get("f")).map(List::getFirst),
                        question.header("Accept"),
                        route.forms());
        Exchange asked = new Exchange(question, arguments, form, names, new Addresses(question.base()));
        return answered(route, asked);
    }

    private static Request asQuery(Request request) {
        if (!request.method().equals("POST")) {
            return request;
        }
        if (!request.query().isEmpty()) {
            throw Problem.badParameter(
                    request.query().keySet().iterator().next(),
                    "belongs into the body of a POST, not into its address");
        }
        return new Request(
                request.method(),
                request.path(),
                SearchPages.query(request.body()),
                request.headers(),
                request.body(),
                request.base());
    }

    private static Response answered(Route route, Exchange asked) {
        Prepared prepared = route.answer().apply(asked);
        Optional<String> known = prepared.version()
                .map(version -> tag(version + asked.form() + asked.request().address()));
        if (known.isPresent() && isKnown(asked, known.get())) {
            return notModified(known.get(), KEPT);
        }
        Content made = prepared.content().get();
        Content content = asked.form() == Form.HTML && made.isJson() ? JsonPage.of(made, route, asked) : made;
        String tag = known.orElseGet(() -> tag(Digests.brief(content.bytes()) + content.type()));
        if (isKnown(asked, tag)) {
            return notModified(tag, ASKED_AGAIN);
        }
        Map<String, String> headers = new LinkedHashMap<>(content.headers());
        headers.put(TYPE, content.type());
        headers.put("ETag", tag);
        headers.putIfAbsent(CACHING, known.isPresent() ? KEPT : ASKED_AGAIN);
        return new Response(Response.OK, headers, content.bytes());
    }

    /** Weak, since the same may come compressed or not. */
    private static String tag(String text) {
        return "W/\"" + Digests.brief(text) + "\"";
    }

    private static boolean isKnown(Exchange asked, String tag) {
        String bare = tag.substring(2);
        return !asked.request().method().equals("POST")
                && asked.request()
                        .header("If-None-Match")
                        .map(all -> List.of(all.split(",", -1)).stream()
                                .map(String::strip)
                                .anyMatch(one -> one.equals(tag) || one.equals(bare)))
                        .orElse(false);
    }

    private static Response notModified(String tag, String caching) {
        return new Response(Response.NOT_MODIFIED, Map.of("ETag", tag, CACHING, caching), new byte[0]);
    }

    private static Response problem(Problem problem, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put(TYPE, MediaTypes.PROBLEM);
        headers.put(CACHING, "no-store");
        try {
            return new Response(problem.status(), headers, MAPPER.writeValueAsBytes(problem.body()));
        } catch (JsonProcessingException e) {
            return new Response(Response.FAILED, headers, "{}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
