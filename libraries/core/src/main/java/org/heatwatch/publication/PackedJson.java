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

/** JSON, compressed. */
public final class PackedJson {
    private static final int DIGEST_DIGITS = 20;

    private PackedJson() {}

    public static byte[] pack(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            PublishedJson.MAPPER.writeValue(zip, value);
        } catch (IOException e) {
            throw new UncheckedIOException("published values have a JSON form", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #pack} wrote; members that this code does not know are passed over. */
    public static <T> T unpack(byte[] bytes, Class<T> type) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return PublishedJson.MAPPER.readValue(zip, type);
        } catch (IOException e) {
            throw new UncheckedIOException("no packed " + type.getSimpleName(), e);
        }
    }

    /** Reads parts in the order of the keys; each of them is there. */
    static <T> List<T> unpack(Map<PartKey, byte[]> parts, Collection<PartKey> keys, Class<T> type) {
        return keys.stream()
                .map(key -> unpack(
                        Objects.requireNonNull(parts.get(key), () -> "part " + key.text() + " is not in the store"),
                        type))
                .toList();
    }

    /** Names a value by its JSON, whatever compresses it. */
    static String digest(Object value) {
        try {
            return Sha256.hex(PublishedJson.MAPPER.writeValueAsBytes(value)).substring(0, DIGEST_DIGITS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("published values have a JSON form", e);
        }
    }
}
