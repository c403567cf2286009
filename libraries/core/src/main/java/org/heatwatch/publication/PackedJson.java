package org.heatwatch.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.heatwatch.digest.Sha256;

/** Reads and writes values as gzip-compressed JSON. */
public final class PackedJson {
    private static final int DIGEST_DIGITS = 20;

    private PackedJson() {}

    /** Serialises a value to compressed JSON. */
    public static byte[] pack(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            PublishedJson.MAPPER.writeValue(zip, value);
        } catch (IOException e) {
            throw new UncheckedIOException("published values are serialisable to JSON", e);
        }
        return bytes.toByteArray();
    }

    /** Deserialises the result of {@link #pack}; ignores unknown members. */
    public static <T> T unpack(byte[] bytes, Class<T> type) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return PublishedJson.MAPPER.readValue(zip, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not a packed " + type.getSimpleName(), e);
        }
    }

    /** Deserialises parts in the order of the keys; all of them must be present. */
    static <T> List<T> unpack(Map<PartKey, byte[]> parts, Collection<PartKey> keys, Class<T> type) {
        return keys.stream()
                .map(key -> unpack(
                        Objects.requireNonNull(parts.get(key), () -> "part " + key.text() + " is not in the store"),
                        type))
                .toList();
    }

    /** Digest of a value's JSON, independent of the compression. */
    static String digest(Object value) {
        try {
            return Sha256.hex(PublishedJson.MAPPER.writeValueAsBytes(value)).substring(0, DIGEST_DIGITS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("published values are serialisable to JSON", e);
        }
    }
}
