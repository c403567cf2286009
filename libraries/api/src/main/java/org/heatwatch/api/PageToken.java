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
 * A token that identifies a page by the sort key of the last feature of the previous page, so that new features do not
 * shift the pages.
 */
final class PageToken {
    static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,1000}");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PageToken() {}

    /**
     * The token of the page after a feature.
     *
     * @param request the request that the token is valid for
     * @param position sort key of the feature
     */
    static String of(String request, List<@Nullable Object> position) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(Digests.brief(request));
        content.addAll(position);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a sort key as JSON", e);
        }
    }

    /** The sort key in a token; empty if the token is not valid for the request. */
    static Optional<List<@Nullable Object>> position(String token, String request, int length) {
        try {
            Object content = MAPPER.readValue(Base64.getUrlDecoder().decode(token), Object.class);
            if (content instanceof List<?> list
                    && list.size() == length + 1
                    && Digests.brief(request).equals(list.getFirst())
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
