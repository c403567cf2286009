package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;
import org.junit.jupiter.api.Test;

/** How often requests read the stores. */
final class StoreReadsTest {
    private final List<String> calls = new ArrayList<>();

    private <T> T counted(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void aConditionalRequestReadsOneItem() {
        Sources sources = new KnownSite("here", "Factory", 3).publish(12).sources();
        ApiClient api = new ApiClient(new Sources(
                counted(Ledger.class, sources.ledger()),
                counted(Outbox.class, sources.outbox()),
                counted(HistoryStore.class, sources.histories()),
                sources.times(),
                sources.clips()));
        for (String address : List.of(
                "/collections/facilities/items/here:factory-1",
                "/collections/observations/items?site=here&facility=factory-1",
                "/collections/facilities/items",
                "/heatmaps/LC08_116034_20130425.png?size=300")) {
            String tag = ApiClient.header(api.get(address), "ETag");
            calls.clear();
            assertThat(api.get(address, "If-None-Match", tag).status()).isEqualTo(304);
            assertThat(calls).as(address).containsExactly("manifest");
        }
    }

    @Test
    void cachedPartsAreNotReadAgain() {
        Sources sources = new KnownSite("here", "Factory", 3).publish(12).sources();
        ApiClient api = new ApiClient(new Sources(
                sources.ledger(),
                sources.outbox(),
                counted(HistoryStore.class, sources.histories()),
                sources.times(),
                sources.clips()));
        api.get("/collections/observations/items");
        assertThat(calls).isNotEmpty();
        calls.clear();
        api.get("/collections/observations/items?sortby=score");
        assertThat(calls).isEmpty();
    }
}
