package org.heatwatch.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says where a page begins: after the last feature of the page before, wherever that stands by now. So features that come
 * in between shift nothing.
 */
final class PageToken {
    static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,1000}");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PageToken() {}

    /**
     * A token for the page after a feature.
     *
     * @param question what was asked, without which position and order mean nothing
     */
    static String of(String question, List<@Nullable Object> position) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(Digests.brief(question));
        content.addAll(position);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("positions have a JSON form", e);
        }
    }

    /** The position that a token holds; empty if it is none of this question. */
    static Optional<List<@Nullable Object>> position(String token, String question, int length) {
        try {
            Object content = MAPPER.readValue(Base64.getUrlDecoder().decode(token), Object.class);
            if (content instanceof List<?> list
                    && list.size() == length + 1
                    && Digests.brief(question).equals(list.getFirst())
                    && list.stream().allMatch(PageToken::isPlain)) {
                List<@Nullable Object> position = new ArrayList<>();
                position.addAll(list.subList(1, list.size()));
                return Optional.of(position);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof String || value instanceof Boolean;
    }
}
