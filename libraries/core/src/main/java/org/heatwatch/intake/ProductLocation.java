package org.heatwatch.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.heatwatch.landsat.ProductId;

/** Compares the location stated in a notification with the location that follows from the product id. */
final class ProductLocation {
    private static final String SCHEME = "s3://";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final int PATH_SEGMENT = 6;
    private static final int ROW_SEGMENT = 7;

    private ProductLocation() {}

    /** Whether the two locations are the same; a trailing slash and leading zeros of path and row are optional. */
    static boolean isOf(ProductId product, String bucket, String location) {
        if (!location.startsWith(SCHEME)) {
            return false;
        }
        List<String> expected = segments(bucket + "/" + product.keyPrefix());
        List<String> stated = segments(location.substring(SCHEME.length()));
        if (expected.size() != stated.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            boolean number = i == PATH_SEGMENT || i == ROW_SEGMENT;
            boolean same = number
                    ? isSameNumber(expected.get(i), stated.get(i))
                    : expected.get(i).equals(stated.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Arrays.asList(bare.split("/", -1));
    }

    private static boolean isSameNumber(String expected, String stated) {
        return NUMBER.matcher(stated).matches() && Integer.parseInt(expected) == Integer.parseInt(stated);
    }
}
