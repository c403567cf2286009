package org.heatwatch.clip;

import java.util.function.Supplier;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductUnreadable;

/**
 * The last boundary to a product: a failure that no other boundary expected is an error of that product, so that it is
 * recorded and no other product has to wait for it.
 */
public final class ReadFailure {
    private ReadFailure() {}

    /**
     * Calls what depends on a product and on no store.
     *
     * @param product id of the product
     * @throws HeatWatchException unchanged
     * @throws ProductUnreadable instead of any other exception
     */
    public static <T> T named(String product, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (HeatWatchException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw ProductUnreadable.unexpected(product, e);
        }
    }
}
