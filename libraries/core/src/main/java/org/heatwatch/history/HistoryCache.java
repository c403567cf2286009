package org.heatwatch.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Results of a stage of the pipeline in the last run, by their inputs. */
final class HistoryCache<K, V> {
    private Map<K, V> last = Map.of();

    /**
     * Returns the value of each key, in order; computes those that the last run did not have and drops all other keys.
     */
    synchronized List<V> get(List<K> keys, Function<K, V> compute) {
        Map<K, V> before = last;
        List<V> values = keys.parallelStream()
                .map(key -> {
                    @Nullable V known = before.get(key);
                    return known != null ? known : compute.apply(key);
                })
                .toList();
        Map<K, V> now = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            now.put(keys.get(i), values.get(i));
        }
        last = now;
        return values;
    }
}
