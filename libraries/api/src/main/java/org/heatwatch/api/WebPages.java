package org.heatwatch.api;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.language.Words;
import org.heatwatch.web.Languages;
import org.heatwatch.web.WebFiles;

/** Pages that are alive: the dashboard, the editor of footprints, and the files of both. */
final class WebPages {
    private static final Template DASHBOARD = template("dashboard");
    private static final Template EDITOR = template("editor");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Scripts and styles of ours alone; pictures also from elsewhere, since people may switch a base map on. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data: blob: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Shelf shelf;
    private final InstantSource clock;
    private final Parameter<String> language = Parameter.choice(
            "lang", "Language of pages for people; otherwise the header Accept-Language decides.", Languages.CODES);

    WebPages(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    private static Template template(String name) {
        return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(WebFiles.template(name));
    }

    List<Route> routes() {
        return List.of(
                Route.file(
                        "/editor",
                        "getEditor",
                        "Pages",
                        "Corrects the footprints of a site",
                        List.of(MediaTypes.HTML),
                        parameters(),
                        asked -> Prepared.of(() -> page(EDITOR, asked))),
                Route.file(
                        "/web/{version}/{file}",
                        "getWebFile",
                        "Pages",
                        "Scripts and styles of the pages",
                        List.of("text/javascript", "text/css", MediaTypes.SVG, MediaTypes.TEXT),
                        List.of(),
                        asked -> Prepared.of(() -> file(asked))));
    }

    /** What the dashboard and the editor may be asked with. */
    List<Parameter<?>> parameters() {
        return List.of(CommonParameters.ONE_SITE, language);
    }

    /** The landing page for people. */
    Content dashboard(Exchange asked) {
        return page(DASHBOARD, asked);
    }

    private Content page(Template template, Exchange asked) {
        List<String> ids = shelf.siteIds();
        Optional<String> site = asked.arguments()
                .get(CommonParameters.ONE_SITE)
                .or(() -> ids.stream().findFirst());
        Words words = Languages.words(language(asked));
        Map<String, Object> model = new LinkedHashMap<>();
        Addresses to = asked.addresses();
        model.put("lang", words.language());
        model.put("files", to.of("/web/" + WebFiles.version()));
        model.put("base", to.base());
        model.put("site", site.orElse(""));
        model.put("words", words.json().replace("<", "\\u003c"));
        model.put("t", new Texts(words));
        model.put(
                "languages",
                Languages.CODES.stream()
                        .map(code -> Map.of(
                                "code", code,
                                "name", Languages.words(code).say("language"),
                                "current", code.equals(words.language())))
                        .toList());
        model.put(
                "sites",
                ids.stream()
                        .map(id -> Map.of("id", id, "current", site.equals(Optional.of(id))))
                        .toList());
        model.put("severalSites", ids.size() > 1);
        model.put("watched", site.isPresent());
        model.put("simulated", false);
        site.map(id -> Told.of(shelf, List.of(id)).views().getFirst())
                .ifPresent(view -> model.putAll(new Story(view, words, clock.instant()).model(to)));
        return new Content(
                MediaTypes.HTML + "; charset=utf-8",
                template.execute(model).getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Security-Policy", POLICY));
    }

    /** Texts by their keys, which have dots in them. */
    private record Texts(Words words) implements Mustache.CustomContext {
        @Override
        public Object get(String name) {
            return words.say(name.replace('_', '.'));
        }
    }

    private String language(Exchange asked) {
        return asked.arguments()
                .get(language)
                .orElseGet(() -> asked.request()
                        .header("Accept-Language")
                        .flatMap(header -> Stream.of(header.split(",", -1))
                                .map(one -> one.strip().toLowerCase(Locale.ROOT).split("[-;]", 2)[0])
                                .filter(Languages.CODES::contains)
                                .findFirst())
                        .orElse(Languages.CODES.getFirst()));
    }

    private static Content file(Exchange asked) {
        String name = asked.name("file");
        byte[] bytes = WebFiles.find(name)
                .filter(_ -> asked.name("version").equals(WebFiles.version()))
                .orElseThrow(() -> Problem.notFound("there is no such file in this version; load the page again"));
        return Content.of(WebFiles.type(name), bytes).with(HeatWatchApi.CACHING, FOR_EVER);
    }
}
