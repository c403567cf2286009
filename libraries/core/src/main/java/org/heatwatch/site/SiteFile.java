package org.heatwatch.site;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.files.TextFile;

/** Reads a site definition: a GeoJSON feature collection (RFC 7946) with foreign members. */
public final class SiteFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    // A quote that starts or ends a JSON string is not escaped, so these match names and values, not parts of a text.
    private static final Pattern OLD_PERIODS = Pattern.compile("(?<!\\\\)\"dormant\"(?=\\s*:)");
    private static final Pattern OLD_ROLE = Pattern.compile("((?<!\\\\)\"role\"\\s*:\\s*)\"null\"");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** More than a definition can have in a store: 20,000 outlines of 100 corners are about 40 MB. */
    public static final int LARGEST_BYTES = 50_000_000;

    private SiteFile() {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws BadSite with every defect of the file, or if it cannot be read
     */
    public static Site read(Path file) {
        try {
            return parse(TextFile.read(file, LARGEST_BYTES), file.toString());
        } catch (IOException e) {
            throw new BadSite(
                    file.toString(),
                    List.of(new SiteDefect(
                            "file", "cannot be read: " + FileProblem.of(e), "check that it exists and is UTF-8 text")));
        }
    }

    /**
     * Reads the text of a definition.
     *
     * @param name of the definition in messages, such as a path
     * @throws BadSite with every defect of the definition
     */
    public static Site parse(String json, String name) {
        try {
            String text = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
            return SiteReader.read(MAPPER.readTree(text), name);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new BadSite(
                    name,
                    List.of(new SiteDefect(
                            "file", "not valid JSON, " + place + e.getOriginalMessage(), "correct it at that place")));
        }
    }

    /**
     * Replaces the names that definitions had before version 1: the member {@code dormant} and the role {@code null}
     * both become {@code reference}. The rest of the text stays as it is.
     *
     * @param json text of a valid definition
     */
    public static String withCurrentNames(String json) {
        String renamed = OLD_PERIODS.matcher(json).replaceAll("\"reference\"");
        return OLD_ROLE.matcher(renamed).replaceAll("$1\"reference\"");
    }
}
