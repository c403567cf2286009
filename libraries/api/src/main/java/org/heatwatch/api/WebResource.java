package org.heatwatch.api;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.language.Reasons;
import org.heatwatch.language.Words;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.web.Languages;
import org.heatwatch.web.WebFiles;

/** Serves the dashboard, the footprint editor, and their scripts and styles. */
final class WebResource {
    private static final Template DASHBOARD = template("dashboard");
    private static final Template EDITOR = template("editor");
    private static final String CACHE_FOREVER = "public, max-age=31536000, immutable";

    /** Allows scripts and styles of this server only. Images may come from other servers, for base maps. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data: blob: https:; base-uri 'none'; form-action 'none'";

    /** Ending of the keys of texts for sites without an idle reference. */
    private static final String COMPARED_WITH_REFERENCE = "compared";

    private final PublicationCache cache;
    private final InstantSource clock;
    private final Parameter<String> language = Parameter.choice(
            "lang",
            "Language of the dashboard and the editor; by default the header Accept-Language decides.",
            Languages.CODES);

    WebResource(PublicationCache cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    private static Template template(String name) {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(WebFiles.template(part)))
                .compile(WebFiles.template(name));
    }

    List<Route> routes() {
        return List.of(
                Route.file(
                        "/editor",
                        "getEditor",
                        "Pages",
                        "Editor for the footprints of a site",
                        List.of(MediaTypes.HTML),
                        parameters(),
                        exchange -> PreparedContent.of(() -> page(EDITOR, exchange))),
                Route.file(
                        "/web/{version}/{file}",
                        "getWebFile",
                        "Pages",
                        "Scripts and styles of the pages",
                        List.of("text/javascript", "text/css", MediaTypes.SVG, MediaTypes.TEXT),
                        List.of(),
                        exchange -> PreparedContent.of(() -> file(exchange))));
    }

    /** Parameters of the dashboard and the editor. */
    List<Parameter<?>> parameters() {
        return List.of(CommonParameters.ONE_SITE, language);
    }

    /** The dashboard, which is the landing page in HTML. */
    Content dashboard(Exchange exchange) {
        return page(DASHBOARD, exchange);
    }

    private Content page(Template template, Exchange exchange) {
        Optional<String> named = exchange.arguments().get(CommonParameters.ONE_SITE);
        List<String> first = cache.siteIds();
        Optional<PublishedSite> view = named.isPresent()
                ? named.map(
                        id -> PublicationVersions.of(cache, List.of(id)).views().getFirst())
                : firstReadable(first);
        Optional<String> site = view.map(PublishedSite::id);
        // A list of 10,000 sites would be of no use; the address of any site works.
        List<String> ids = Stream.concat(
                        first.stream().limit(PublicationCache.MAX_SITES),
                        named.filter(id -> first.size() > PublicationCache.MAX_SITES).stream())
                .distinct()
                .toList();
        Words words = words(language(exchange), view);
        Map<String, Object> model = model(words, exchange.addresses());
        model.put("live", true);
        model.put("published", false);
        model.put("site", site.orElse(""));
        model.put(
                "feed",
                site.map(id -> exchange.addresses().of(FeedResource.path(id))).orElse(""));
        model.put(
                "sites",
                ids.stream()
                        .map(id -> Map.of("id", id, "current", site.equals(Optional.of(id))))
                        .toList());
        model.put("severalSites", ids.size() > 1);
        model.put("watched", site.isPresent());
        model.put("simulated", false);
        view.ifPresent(
                shown -> model.putAll(new DashboardSummary(shown, words, clock.instant()).model(exchange.addresses())));
        return new Content(
                MediaTypes.HTML + "; charset=utf-8",
                template.execute(model).getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Security-Policy", POLICY + "; frame-ancestors 'none'"));
    }

    /** Variables that every page has. */
    private static Map<String, Object> model(Words words, Addresses addresses) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lang", words.language());
        model.put("files", addresses.of("/web/" + WebFiles.version()));
        model.put("base", addresses.base());
        model.put("words", words.json().replace("<", "\\u003c"));
        model.put("reasons", reasons(words.language()));
        model.put("t", new Texts(words));
        model.put(
                "languages",
                Languages.CODES.stream()
                        .map(code -> Map.of(
                                "code", code,
                                "name", Languages.words(code).say("language"),
                                "file", StaticPage.file(code),
                                "current", code.equals(words.language())))
                        .toList());
        return model;
    }

    /** The forms of reasons as JSON: patterns, their names, and the texts in the language of the page. */
    private static String reasons(String language) {
        return PublishedJson.of(Reasons.in(language).rules()).toString().replace("<", "\\u003c");
    }

    /** The dashboard as a file, without a server that answers requests. */
    static byte[] published(StaticPage page) {
        Words words = words(page.language(), Optional.of(page.view()));
        Map<String, Object> model = model(words, page.addresses());
        model.put("live", false);
        model.put("published", true);
        model.put("policy", POLICY);
        model.put("site", page.view().id());
        model.put("feed", page.addresses().of(FeedResource.PATH));
        model.put("sites", List.of());
        model.put("severalSites", false);
        model.put("watched", true);
        model.put(
                "collections",
                Stream.of(Export.Collection.values())
                        .map(collection -> collection.name().toLowerCase(Locale.ROOT))
                        .map(name -> Map.of("name", name, "title", words.say("downloads." + name)))
                        .toList());
        DashboardSummary summary = new DashboardSummary(page.view(), words, page.now());
        model.putAll(summary.model(page.addresses()));
        model.putAll(page.card());
        return DASHBOARD.execute(model).getBytes(StandardCharsets.UTF_8);
    }

    /** The first site that can be read; if none can, the error of the first. Empty if no site is watched. */
    private Optional<PublishedSite> firstReadable(List<String> ids) {
        return ids.stream()
                .limit(PublicationCache.MAX_SITES)
                .flatMap(id -> cache.viewIfReadable(id, cache.manifest(id)).stream())
                .findFirst()
                .or(() -> ids.stream()
                        .findFirst()
                        .map(id -> PublicationVersions.of(cache, List.of(id))
                                .views()
                                .getFirst()));
    }

    /** Where nothing was known to be idle, no text says so. */
    private static Words words(String language, Optional<PublishedSite> view) {
        Words words = Languages.words(language);
        return view.filter(shown -> new FacilityTexts(shown, words).saysReference())
                .map(_ -> words.variant(COMPARED_WITH_REFERENCE))
                .orElse(words);
    }

    /** Texts by key. Templates write underscores for the dots in keys, because Mustache splits names at dots. */
    private record Texts(Words words) implements Mustache.CustomContext {
        @Override
        public Object get(String name) {
            return words.say(name.replace('_', '.'));
        }
    }

    private String language(Exchange exchange) {
        return exchange.arguments()
                .get(language)
                .orElseGet(() -> exchange.request()
                        .header("Accept-Language")
                        .flatMap(header -> Stream.of(header.split(",", -1))
                                .map(range ->
                                        range.strip().toLowerCase(Locale.ROOT).split("[-;]", 2)[0])
                                .filter(Languages.CODES::contains)
                                .findFirst())
                        .orElse(Languages.CODES.getFirst()));
    }

    private static Content file(Exchange exchange) {
        String name = exchange.name("file");
        byte[] bytes = WebFiles.find(name)
                .filter(_ -> exchange.name("version").equals(WebFiles.version()))
                .orElseThrow(() -> Problem.notFound("there is no such file in this version; reload the page"));
        return Content.of(WebFiles.type(name), bytes).with(HeatWatchApi.CACHING, CACHE_FOREVER);
    }
}
