package org.heatwatch.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.heatwatch.digest.Sha256;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.WatchedScene;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The stored form of a site definition. Its text is compressed; if it is still too long for one item, of which DynamoDB
 * stores 400 kB, it is split into parts with keys of their own, so its size has no limit. Items of earlier versions
 * have the text itself and no paths and rows.
 */
final class DefinitionItem {
    static final String VERSION = "version";
    static final String SCENES = "scenes";
    static final String REMOVED = "removed";
    private static final String SITE = "site";
    private static final String BOUNDS_VERSION = "boundsVersion";
    private static final String AUTHOR = "author";
    private static final String TEXT = "text";
    private static final String PACKED = "packed";
    private static final String DIGEST = "digest";
    private static final String PARTS = "parts";
    private static final String BYTES = "bytes";
    private static final int MAX_PART_BYTES = 300_000;
    private static final int DIGEST_DIGITS = 20;

    private final Map<String, AttributeValue> attributes;
    private final Map<Key, Map<String, AttributeValue>> parts = new HashMap<>();

    private DefinitionItem(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /** The form in which a definition is written. */
    static DefinitionItem of(SiteDefinition definition) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put(SITE, Items.text(definition.siteId()));
        attributes.put(VERSION, Items.number(definition.version()));
        attributes.put(BOUNDS_VERSION, Items.number(definition.boundsVersion()));
        attributes.put(AUTHOR, Items.text(definition.author()));
        attributes.put(
                SCENES,
                texts(definition.site().scenes().stream()
                        .map(WatchedScene::scene)
                        .toList()));
        DefinitionItem item = new DefinitionItem(attributes);
        byte[] packed = pack(definition.text());
        if (packed.length <= MAX_PART_BYTES) {
            attributes.put(PACKED, Items.bytes(packed));
            return item;
        }
        String digest = Sha256.hex(packed).substring(0, DIGEST_DIGITS);
        int count = 0;
        for (int from = 0; from < packed.length; from += MAX_PART_BYTES) {
            byte[] part = Arrays.copyOfRange(packed, from, Math.min(packed.length, from + MAX_PART_BYTES));
            item.parts.put(Key.definitionPart(definition.siteId(), digest, count++), Map.of(BYTES, Items.bytes(part)));
        }
        attributes.put(DIGEST, Items.text(digest));
        attributes.put(PARTS, Items.number(count));
        return item;
    }

    static AttributeValue texts(List<WrsScene> scenes) {
        return AttributeValue.fromL(
                scenes.stream().map(scene -> Items.text(scene.toString())).toList());
    }

    /** The attributes of the item itself. */
    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    /** The parts of the text that do not fit into it; they are written before it and never change. */
    Map<Key, Map<String, AttributeValue>> parts() {
        return parts;
    }

    /** The keys of the parts of a stored item. */
    static List<Key> partKeys(Map<String, AttributeValue> item) {
        List<Key> keys = new ArrayList<>();
        if (item.containsKey(PARTS)) {
            for (int part = 0; part < number(item, PARTS); part++) {
                keys.add(Key.definitionPart(Items.text(item, SITE), Items.text(item, DIGEST), part));
            }
        }
        return keys;
    }

    /**
     * Reads a stored item.
     *
     * @param found the parts that are stored
     * @throws RuntimeException of any type if the item or a part is damaged or missing
     */
    static SiteDefinition read(Map<String, AttributeValue> item, Map<Key, Map<String, AttributeValue>> found) {
        return new SiteDefinition(
                Items.text(item, SITE),
                number(item, VERSION),
                number(item, BOUNDS_VERSION),
                Items.text(item, AUTHOR),
                item.containsKey(TEXT) ? Items.text(item, TEXT) : unpack(packed(item, found)));
    }

    private static byte[] packed(Map<String, AttributeValue> item, Map<Key, Map<String, AttributeValue>> found) {
        if (item.containsKey(PACKED)) {
            return Items.bytes(item, PACKED);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (Key key : partKeys(item)) {
            Map<String, AttributeValue> part = found.get(key);
            if (part == null) {
                throw new IllegalStateException("item %s is missing".formatted(key.sort()));
            }
            packed.writeBytes(Items.bytes(part, BYTES));
        }
        return packed.toByteArray();
    }

    static int number(Map<String, AttributeValue> item, String name) {
        return Integer.parseInt(Items.value(item, name).n());
    }

    static int boundsVersion(Map<String, AttributeValue> item) {
        return number(item, BOUNDS_VERSION);
    }

    static boolean isRemoved(Map<String, AttributeValue> item) {
        return item.containsKey(REMOVED);
    }

    /** What remains of a removed item if its text is deleted. */
    static Map<String, AttributeValue> withoutText(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> rest = new HashMap<>(item);
        rest.keySet().removeAll(List.of(TEXT, PACKED, DIGEST, PARTS, SCENES));
        return rest;
    }

    private static byte[] pack(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to a buffer", e);
        }
        return bytes.toByteArray();
    }

    private static String unpack(byte[] packed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("its text cannot be decompressed: " + e.getMessage(), e);
        }
    }
}
