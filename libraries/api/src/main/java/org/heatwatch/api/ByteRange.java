package org.heatwatch.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of the bytes of a file (RFC 9110, section 14).
 *
 * @param first index of the first byte
 * @param last index of the last byte, not before the first
 */
record ByteRange(int first, int last) {
    private static final String CONTENT_RANGE = "Content-Range";
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * What a header {@code Range} asks for.
     *
     * @param isUnsatisfiable whether no byte of the file is in the range
     * @param range empty if the header is to be ignored, because it is malformed or asks for several ranges
     */
    record Wanted(boolean isUnsatisfiable, Optional<ByteRange> range) {
        static final Wanted ALL = new Wanted(false, Optional.empty());
        static final Wanted NOTHING = new Wanted(true, Optional.empty());
    }

    /** The requested bytes of a file, which GIS software reads piece by piece. */
    static Response of(byte[] file, Request request, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept-Ranges", "bytes");
        // The tag of the file is weak, so that a condition on it never holds (RFC 9110, section 13.1.5).
        Wanted wanted = request.header("Range")
                .filter(_ -> request.header("If-Range").isEmpty())
                .map(header -> of(header, file.length))
                .orElse(Wanted.ALL);
        if (wanted.isUnsatisfiable()) {
            return new Response(
                    Response.RANGE_NOT_SATISFIABLE, Map.of(CONTENT_RANGE, "bytes */" + file.length), new byte[0]);
        }
        if (wanted.range().isEmpty()) {
            return new Response(Response.OK, all, file);
        }
        ByteRange range = wanted.range().get();
        all.put(CONTENT_RANGE, "bytes %d-%d/%d".formatted(range.first(), range.last(), file.length));
        return new Response(Response.PARTIAL_CONTENT, all, Arrays.copyOfRange(file, range.first(), range.last() + 1));
    }

    /** Reads a header for a file of a length in bytes. */
    static Wanted of(String header, int length) {
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Wanted.ALL;
        }
        long first;
        long last;
        if (form.group(1).isEmpty()) {
            long suffix = Long.parseLong(form.group(2));
            first = suffix == 0 ? length : Math.max(0, length - suffix);
            last = length - 1L;
        } else {
            first = Long.parseLong(form.group(1));
            last = form.group(2).isEmpty() ? length - 1L : Math.min(length - 1L, Long.parseLong(form.group(2)));
            if (!form.group(2).isEmpty() && Long.parseLong(form.group(2)) < first) {
                return Wanted.ALL;
            }
        }
        return first >= length
                ? Wanted.NOTHING
                : new Wanted(false, Optional.of(new ByteRange((int) first, (int) last)));
    }
}
