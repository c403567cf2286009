package org.heatwatch.api;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heatwatch.web.Languages;

/**
 * The dashboard of a site as a file.
 *
 * @param address URL of the folder in which the file will be, with a trailing slash; empty if it is not known
 */
record StaticPage(PublishedSite view, String language, Instant now, Optional<URI> address) {
    /** Width and height of the picture that other sites show with a link. */
    static final int CARD_WIDTH = 1200;

    static final String CARD = "card.png";

    private static final Pattern TRANSLATED = Pattern.compile("[?&]lang=\\w+");

    /** The name of the page in a language. */
    static String file(String language) {
        return language.equals(Languages.CODES.getFirst()) ? "index.html" : "index." + language + ".html";
    }

    /**
     * The file of a resource of the API.
     *
     * @param path path and query of the resource
     */
    static String path(String path) {
        String plain = path.split("\\?", 2)[0];
        if (plain.contains("/items/")) {
            // The page about a feature is its chart.
            return "/charts/" + plain.substring(plain.lastIndexOf(':') + 1) + ".svg";
        }
        boolean isTranslated = TRANSLATED.matcher(path).find();
        return isTranslated ? marked(plain, path.replaceFirst(".*[?&]lang=(\\w+).*", "$1")) : plain;
    }

    /** The name of a file in a language: English has no mark. */
    static String marked(String file, String language) {
        int end = file.lastIndexOf('.');
        return language.equals(Languages.CODES.getFirst())
                ? file
                : file.substring(0, end) + "." + language + file.substring(end);
    }

    /** URLs relative to the page. */
    Addresses addresses() {
        return new Addresses(".", true);
    }

    /** Variables of the preview that other sites show with a link. Without an address, URLs are relative. */
    Map<String, Object> card() {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("ownFile", file(language));
        card.put("cardImage", absolute(marked(CARD, language)));
        card.put("cardWidth", CARD_WIDTH);
        card.put("pageAddress", address.map(_ -> absolute(file(language))).orElse(""));
        String warning = Languages.words(language).say("simulated");
        card.put("simulatedWords", view.isSimulated() ? warning + ". " : "");
        return card;
    }

    private String absolute(String file) {
        return address.map(folder -> folder.resolve(file).toString()).orElse(file);
    }
}
