package org.heatwatch.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heatwatch.errors.BadNotification;
import org.heatwatch.landsat.OtherProduct;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductName;
import org.heatwatch.landsat.WrsScene;
import org.jspecify.annotations.Nullable;

/**
 * Parses messages about new products in all their forms: raw, in the envelope that SNS adds when it delivers to a
 * queue, and as the event with which SNS invokes a function. Only the product id and location are used.
 *
 * <p>Files are later located by the product id alone. The stated location must match the id and name the archive's
 * bucket, or the notification is refused.
 */
public final class NotificationReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String PRODUCT_ID = "landsat_product_id";
    private static final String LOCATION = "s3_location";
    private static final String SITE = "site";
    private static final String FORM =
            "send {\"landsat_product_id\": ..., \"s3_location\": ...}, by itself or as the message of an SNS envelope";

    private final String bucket;
    private final Predicate<WrsScene> watched;

    /**
     * @param bucket the only bucket that locations may name
     * @param watched whether a path and row is watched by any site
     */
    public NotificationReader(String bucket, Predicate<WrsScene> watched) {
        this.bucket = bucket;
        this.watched = watched;
    }

    /**
     * Parses the notifications in the body of a message. Returns at least one: an unreadable body is a refused
     * notification.
     */
    public List<Notification> read(String body) {
        try {
            JsonNode root = json("message", body);
            JsonNode records = root.path("Records");
            if (!records.isArray()) {
                return List.of(notification(root));
            }
            if (records.isEmpty()) {
                throw new BadNotification("message", "its list of records is empty", FORM);
            }
            List<Notification> notifications = new ArrayList<>();
            for (JsonNode event : records) {
                notifications.add(notification(event.path("Sns")));
            }
            return List.copyOf(notifications);
        } catch (BadNotification e) {
            return List.of(new NotificationResult.Refused(e));
        }
    }

    private Notification notification(JsonNode envelopeOrNotification) {
        try {
            JsonNode message = envelopeOrNotification.path("Message");
            boolean enveloped = message.isTextual() && !envelopeOrNotification.has(PRODUCT_ID);
            return judge(enveloped ? json("Message of the envelope", message.textValue()) : envelopeOrNotification);
        } catch (BadNotification e) {
            return new NotificationResult.Refused(e);
        }
    }

    private Notification judge(JsonNode notification) {
        String id = text(notification, PRODUCT_ID);
        String location = text(notification, LOCATION);
        return switch (ProductName.parse(id)) {
            case OtherProduct other -> new NotificationResult.NotOurs(id, other.reason());
            case ProductId product -> judge(product, location, site(notification));
        };
    }

    /** The site that a message of our own names; the archive names none. */
    private static Optional<String> site(JsonNode notification) {
        return notification.has(SITE) ? Optional.of(text(notification, SITE)) : Optional.empty();
    }

    private Notification judge(ProductId product, String location, Optional<String> site) {
        // A message of our own is judged by the ledger: what is remembered about the path and row may be older.
        if (site.isEmpty() && !watched.test(product.scene())) {
            return new NotificationResult.NotOurs(
                    product.id(), "path/row %s is not watched".formatted(product.scene()));
        }
        if (!ProductLocation.isOf(product, bucket, location)) {
            throw new BadNotification(
                    "product id '" + product.id() + "'",
                    "location '%s' does not match the product id".formatted(location),
                    "expected s3://" + bucket + "/" + product.keyPrefix());
        }
        return new Notification.Published(product, site);
    }

    private static String text(JsonNode notification, String key) {
        JsonNode value = notification.path(key);
        if (!value.isTextual()) {
            throw bad("message", value.isMissingNode() ? "no " + key : key + " is not a string", null);
        }
        return value.textValue();
    }

    private static JsonNode json(String what, String text) {
        try {
            // Windows editors begin a file with the mark of its encoding.
            JsonNode node = MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            if (!node.isObject()) {
                throw bad(what, "is not a JSON object", null);
            }
            return node;
        } catch (JsonProcessingException e) {
            throw bad(what, "is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static BadNotification bad(String what, String problem, @Nullable Throwable cause) {
        return new BadNotification(what, problem, FORM, cause);
    }
}
