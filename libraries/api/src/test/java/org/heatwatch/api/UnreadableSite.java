package org.heatwatch.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.ledger.Ledger;

/** Stores in which one more site is watched, whose definition is damaged. */
final class UnreadableSite {
    private UnreadableSite() {}

    /** @param id of the damaged site, which is the first of all */
    static Sources before(Sources sources, String id) {
        Ledger ledger = (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (_, method, arguments) -> answer(sources.ledger(), id, method, arguments));
        return new Sources(ledger, sources.outbox(), sources.histories(), sources.times(), sources.clips());
    }

    private static Object answer(Ledger ledger, String id, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("site") && arguments[0].equals(id)) {
            throw new SiteUnreadable(id, "truncated", null);
        }
        if (method.getName().equals("siteIds")) {
            return List.of(id, ledger.siteIds().getFirst());
        }
        try {
            return method.invoke(ledger, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
