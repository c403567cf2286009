package org.heatwatch.site;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SiteDefect;

/** Reads a site definition: a GeoJSON feature collection (RFC 7946) with members of its own. */
public final class SiteFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SiteFile() {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws BadSite with every defect of the file, or when it can't be read
     */
    public static Site read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new BadSite(
                    file.toString(),
                    List.of(new SiteDefect("file", "cannot be read: " + e, "check that it exists and is UTF-8 text")));
        }
    }

    /**
     * Reads the text of a definition.
     *
     * @param name what messages call it, such as a path
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
                            "file", "not JSON, " + place + e.getOriginalMessage(), "correct it at that place")));
        }
    }
}
