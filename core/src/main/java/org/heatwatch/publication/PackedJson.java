package org.heatwatch.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** JSON, compressed. */
public final class PackedJson {
    /** A reader may meet what newer code wrote. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final int DIGEST_BYTES = 10;

    private PackedJson() {}

    public static byte[] pack(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(zip, value);
        } catch (IOException e) {
            throw new UncheckedIOException("published values have a JSON form", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #pack} wrote; members that this code does not know are passed over. */
    public static <T> T unpack(byte[] bytes, Class<T> type) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return MAPPER.readValue(zip, type);
        } catch (IOException e) {
            throw new UncheckedIOException("no packed " + type.getSimpleName(), e);
        }
    }

    /** Names a value by its JSON, whatever compresses it. */
    static String digest(Object value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(MAPPER.writeValueAsBytes(value));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("published values have a JSON form", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
