package org.heatwatch.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heatwatch.digest.Sha256;

/**
 * The static files of the dashboard. Files of one {@link #version} never change, so they can be cached
 * indefinitely.
 */
public final class WebFiles {
    private static final List<String> NAMES = List.of(
            "style.css",
            "dashboard.js",
            "editor.js",
            "activity.js",
            "api.js",
            "background.js",
            "chart.js",
            "check.js",
            "compare.js",
            "conflict.js",
            "draft.js",
            "dom.js",
            "editing.js",
            "facility.js",
            "footprint-form.js",
            "footprint-list.js",
            "footprint-map.js",
            "heat.js",
            "later.js",
            "lists.js",
            "map-key.js",
            "map-tools.js",
            "map.js",
            "merge.js",
            "new-site.js",
            "outline-import.js",
            "outline.js",
            "passes.js",
            "position.js",
            "printing.js",
            "quarters.js",
            "rescore.js",
            "saving.js",
            "source-map.js",
            "sources.js",
            "story.js",
            "theme.js",
            "unsaved.js",
            "view.js",
            "words.js",
            "icon.svg",
            "ol.js",
            "ol.css",
            "ol-licence.txt",
            "uPlot.iife.min.js",
            "uPlot.min.css",
            "uplot-licence.txt");

    private static final Map<String, byte[]> FILES = files();
    private static final int DIGITS = 12;
    private static final String VERSION =
            Sha256.hex(FILES.values().toArray(byte[][]::new)).substring(0, DIGITS);

    private WebFiles() {}

    /** Names of all files. */
    public static List<String> names() {
        return NAMES;
    }

    /** Digest of all files; changes whenever the content of any file changes. */
    public static String version() {
        return VERSION;
    }

    /** The content of a file; empty if there is no such file. */
    public static Optional<byte[]> find(String name) {
        return Optional.ofNullable(FILES.get(name)).map(byte[]::clone);
    }

    /**
     * The media type of a file.
     *
     * @param name one of {@link #names}
     */
    public static String type(String name) {
        String type =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "js" -> "text/javascript";
                    case "css" -> "text/css";
                    case "svg" -> "image/svg+xml";
                    default -> "text/plain";
                };
        return type + "; charset=utf-8";
    }

    /**
     * The Mustache template of a page or of a part of one.
     *
     * @param name {@code dashboard} or {@code editor}; parts of the dashboard: {@code factories}, {@code sources},
     *     {@code activity}
     */
    public static String template(String name) {
        return new String(read(name + ".mustache"), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        NAMES.forEach(name -> files.put(name, read("files/" + name)));
        return files;
    }

    private static byte[] read(String path) {
        try (InputStream stream =
                Objects.requireNonNull(WebFiles.class.getResourceAsStream(path), path + " is missing")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
