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
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.heatwatch.errors.HeatWatchException;

/**
 * Entry point of the HTTP API: maps a request to a response. Thread-safe.
 *
 * <p>No request makes it throw. An invalid request is answered with status 400, 404 or 405, an unavailable store with
 * 503, and an internal error with 500, which is also reported.
 */
public final class HeatWatchApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_PATH_LENGTH = 1000;
    private static final int MIN_COMPRESSED_BYTES = 1000;
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String LOCATION = "Location";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/:._-]*");
    static final String CACHING = "Cache-Control";
    private static final String CACHE_ONE_MINUTE = "max-age=60";
    private static final String REVALIDATE = "no-cache";
    private static final String RETRY_AFTER_SECONDS = "10";

    private final List<Route> routes;
    private final Consumer<RuntimeException> faults;

    /** @param faults receives exceptions that the response reports only by its status code */
    public HeatWatchApi(Sources sources, Consumer<RuntimeException> faults) {
        this(sources, faults, InstantSource.system());
    }

    /** @param clock dates the dashboard, which warns of old data */
    HeatWatchApi(Sources sources, Consumer<RuntimeException> faults, InstantSource clock) {
        this.routes = routes(sources, faults, clock);
        this.faults = faults;
    }

    private static List<Route> routes(Sources sources, Consumer<RuntimeException> faults, InstantSource clock) {
        PublicationCache cache = new PublicationCache(sources, faults);
        List<WatchCollection> collections = WatchCollection.all(sources.outbox(), new ClipHeaders(sources.clips()));
        ItemsResource items = new ItemsResource(cache);
        WebResource pages = new WebResource(cache, clock);
        List<Route> routes = new ArrayList<>(new LandingResource(cache, collections, pages).routes());
        collections.forEach(collection -> routes.addAll(List.of(items.items(collection), items.item(collection))));
        routes.add(new SearchResource(items, collections).route());
        routes.addAll(new QueryablesResource(collections).routes());
        // Before the charts of facilities, whose path matches that of the chart of the activity.
        routes.addAll(new SourcePicturesResource(cache).routes());
        routes.addAll(new PicturesResource(cache).routes());
        routes.addAll(new RastersResource(cache).routes());
        routes.addAll(new DataResource(cache).routes());
        routes.addAll(new SitesResource(cache).routes());
        routes.addAll(pages.routes());
        routes.add(new FeedResource(cache).route());
        routes.addAll(new StatusResource(cache).routes());
        routes.add(new DefinitionResource(List.copyOf(routes), collections).route());
        return List.copyOf(routes);
    }

    /** Answers a request. */
    public Response answer(Request request) {
        Response response = handle(request);
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put(
                "Access-Control-Expose-Headers",
                "ETag,Link,Content-Disposition,Heatwatch-Site-Version,Accept-Ranges,Content-Range,Retry-After");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Vary", "Accept,Accept-Encoding,Accept-Language");
        byte[] body = response.body();
        if (shouldCompress(request, response)) {
            body = compressed(body);
            headers.put("Content-Encoding", "gzip");
        }
        if (request.method().equals("HEAD")) {
            headers.put("Content-Length", Integer.toString(body.length));
            body = new byte[0];
        }
        return new Response(response.status(), headers, body);
    }

    private static boolean shouldCompress(Request request, Response response) {
        return response.isText()
                && response.body().length > MIN_COMPRESSED_BYTES
                && request.accepts("Accept-Encoding", "gzip");
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to a buffer", e);
        }
        return bytes.toByteArray();
    }

    private Response handle(Request request) {
        try {
            return dispatch(request);
        } catch (Problem problem) {
            return problem(problem, Map.of());
        } catch (RuntimeException e) {
            faults.accept(e);
            return problem(
                    e instanceof HeatWatchException expected && expected.retryHelps()
                            ? Problem.unavailable()
                            : Problem.failed(),
                    Map.of());
        }
    }

    private Response dispatch(Request request) {
        if (request.path().length() > MAX_PATH_LENGTH) {
            throw Problem.notFound("the path is too long; start at " + request.base() + "/");
        }
        if (request.path().length() > 1 && request.path().endsWith("/")) {
            return withoutSlash(request);
        }
        for (Route route : routes) {
            Optional<Map<String, String>> names = route.match(request.path());
            if (names.isPresent()) {
                return answer(route, names.get(), request);
            }
        }
        throw Problem.notFound("there is no such resource; start at " + request.base() + "/");
    }

    /** Clients that join paths add slashes. Paths of resources need no encoding. */
    private Response withoutSlash(Request request) {
        String stripped = request.path().replaceFirst("/+$", "");
        String path = stripped.isEmpty() ? "/" : stripped;
        if (!PLAIN.matcher(path).matches()
                || routes.stream().noneMatch(route -> route.match(path).isPresent())) {
            throw Problem.notFound("there is no such resource; start at " + request.base() + "/");
        }
        return new Response(
                Response.PERMANENT_REDIRECT,
                Map.of(LOCATION, new Addresses(request.base()).of(path, request.query())),
                new byte[0]);
    }

    private Response answer(Route route, Map<String, String> names, Request request) {
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
                    Problem.wrongMethod(Parameter.shown(request.method()) + " is not allowed; use " + methods),
                    Map.of("Allow", methods));
        }
        Request asked = route.input() == Route.Input.URL_OR_BODY ? bodyAsQuery(request) : request;
        ResponseFormat format = route.formats().isEmpty()
                ? ResponseFormat.JSON
                : ResponseFormat.of(
                        Optional.ofNullable(asked.query().get("f")).map(List::getFirst),
                        asked.header("Accept"),
                        route.formats());
        boolean isPage = format == ResponseFormat.HTML || route.types().equals(List.of(MediaTypes.HTML));
        Request query = isPage ? asked.withQuery(TrackingParameters.removedFrom(asked.query())) : asked;
        Arguments arguments = Arguments.of(query.query(), route.parameters());
        Exchange exchange = new Exchange(query, arguments, format, names, new Addresses(query.base()));
        return answer(route, exchange);
    }

    private static Request bodyAsQuery(Request request) {
        if (!request.method().equals("POST")) {
            return request;
        }
        if (!request.query().isEmpty()) {
            throw Problem.badParameter(
                    request.query().keySet().iterator().next(),
                    "belongs in the body of a POST request, not in its URL");
        }
        return new Request(
                request.method(),
                request.path(),
                SearchResource.query(request.body()),
                request.headers(),
                request.body(),
                request.base());
    }

    private static Response answer(Route route, Exchange exchange) {
        PreparedContent prepared = route.answer().apply(exchange);
        Optional<String> known = prepared.version()
                .map(version ->
                        tag(version + exchange.format() + exchange.request().address()));
        if (known.isPresent() && isKnown(exchange, known.get())) {
            return notModified(known.get(), CACHE_ONE_MINUTE);
        }
        Content original = prepared.content().get();
        Content content = exchange.format() == ResponseFormat.HTML && original.isJson()
                ? JsonPage.of(original, route, exchange)
                : original;
        String tag = known.orElseGet(() -> tag(Digests.brief(content.bytes()) + content.type()));
        if (isKnown(exchange, tag)) {
            return notModified(tag, REVALIDATE);
        }
        Map<String, String> headers = new LinkedHashMap<>(content.headers());
        headers.put(CONTENT_TYPE, content.type());
        headers.put("ETag", tag);
        headers.putIfAbsent(CACHING, known.isPresent() ? CACHE_ONE_MINUTE : REVALIDATE);
        if (headers.containsKey(LOCATION)) {
            headers.remove("ETag");
            return new Response(Response.TEMPORARY_REDIRECT, headers, content.bytes());
        }
        return content.type().equals(MediaTypes.GEOTIFF)
                ? ByteRange.of(content.bytes(), exchange.request(), headers)
                : new Response(Response.OK, headers, content.bytes());
    }

    /** A weak tag, because the same content may be sent with or without compression. */
    private static String tag(String text) {
        return "W/\"" + Digests.brief(text) + "\"";
    }

    private static boolean isKnown(Exchange exchange, String tag) {
        String strong = tag.substring(2);
        return !exchange.request().method().equals("POST")
                && exchange.request()
                        .header("If-None-Match")
                        .map(all -> List.of(all.split(",", -1)).stream()
                                .map(String::strip)
                                .anyMatch(known -> known.equals(tag) || known.equals(strong)))
                        .orElse(false);
    }

    private static Response notModified(String tag, String caching) {
        return new Response(Response.NOT_MODIFIED, Map.of("ETag", tag, CACHING, caching), new byte[0]);
    }

    /** The response to a request that could not be answered in time. */
    public static Response tooLate() {
        return problem(Problem.unavailable(), Map.of());
    }

    /** The response to a request whose answer the server cannot send. */
    public static Response tooLarge() {
        return problem(Problem.tooLarge(), Map.of());
    }

    private static Response problem(Problem problem, Map<String, String> moreHeaders) {
        Map<String, String> headers = new LinkedHashMap<>(moreHeaders);
        headers.put(CONTENT_TYPE, MediaTypes.PROBLEM);
        headers.put(CACHING, "no-store");
        if (problem.status() == Response.UNAVAILABLE) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        try {
            return new Response(problem.status(), headers, MAPPER.writeValueAsBytes(problem.body()));
        } catch (JsonProcessingException e) {
            return new Response(Response.FAILED, headers, "{}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
