package org.heatwatch.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.heatwatch.errors.BadNotice;
import org.heatwatch.landsat.OtherProduct;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductName;
import org.heatwatch.landsat.WrsScene;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages about new products in every form in which they come: as published, in the envelope in which SNS leaves
 * them in a queue, and as the event with which SNS calls a function. Only the product's id and location count.
 *
 * <p>What is read later follows from the id. The location must say the same and name the archive's bucket, or the
 * notification is refused.
 */
public final class NotificationReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String PRODUCT_ID = "landsat_product_id";
    private static final String LOCATION = "s3_location";
    private static final String FORM =
            "send {\"landsat_product_id\": ..., \"s3_location\": ...}, by itself or as the message of an SNS envelope";

    private final String bucket;
    private final Predicate<WrsScene> watched;

    /**
     * @param bucket the only one that locations may name
     * @param watched the paths and rows whose products are wanted
     */
    public NotificationReader(String bucket, Predicate<WrsScene> watched) {
        this.bucket = bucket;
        this.watched = watched;
    }

    /** The notifications in the body of a message; at least one, since what can't be read is a refused one. */
    public List<Notification> read(String body) {
        try {
            JsonNode root = json("message", body);
            JsonNode records = root.path("Records");
            if (!records.isArray()) {
                return List.of(notification(root));
            }
            if (records.isEmpty()) {
                throw new BadNotice("message", "its list of records is empty", FORM);
            }
            List<Notification> notifications = new ArrayList<>();
            for (JsonNode event : records) {
                notifications.add(notification(event.path("Sns")));
            }
            return List.copyOf(notifications);
        } catch (BadNotice e) {
            return List.of(new NotificationResult.Refused(e));
        }
    }

    private Notification notification(JsonNode envelopeOrNotification) {
        try {
            JsonNode message = envelopeOrNotification.path("Message");
            boolean enveloped = message.isTextual() && !envelopeOrNotification.has(PRODUCT_ID);
            return judge(enveloped ? json("Message of the envelope", message.textValue()) : envelopeOrNotification);
        } catch (BadNotice e) {
            return new NotificationResult.Refused(e);
        }
    }

    private Notification judge(JsonNode notification) {
        String id = text(notification, PRODUCT_ID);
        String location = text(notification, LOCATION);
        return switch (ProductName.parse(id)) {
            case OtherProduct other -> new NotificationResult.NotOurs(id, other.reason());
            case ProductId product -> judge(product, location);
        };
    }

    private Notification judge(ProductId product, String location) {
        if (!watched.test(product.scene())) {
            return new NotificationResult.NotOurs(
                    product.id(), "path/row %s is not watched".formatted(product.scene()));
        }
        if (!ProductLocation.isOf(product, bucket, location)) {
            throw new BadNotice(
                    "product id '" + product.id() + "'",
                    "location '%s' is not where it belongs".formatted(location),
                    "expected s3://" + bucket + "/" + product.keyPrefix());
        }
        return new Notification.Published(product);
    }

    private static String text(JsonNode notification, String key) {
        JsonNode value = notification.path(key);
        if (!value.isTextual()) {
            throw bad("message", value.isMissingNode() ? "no " + key : key + " is no text", null);
        }
        return value.textValue();
    }

    private static JsonNode json(String what, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw bad(what, "is no JSON object", null);
            }
            return node;
        } catch (JsonProcessingException e) {
            throw bad(what, "is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static BadNotice bad(String what, String problem, @Nullable Throwable cause) {
        return new BadNotice(what, problem, FORM, cause);
    }
}
