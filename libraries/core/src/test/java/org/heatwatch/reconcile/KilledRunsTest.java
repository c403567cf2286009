package org.heatwatch.reconcile;

import org.heatwatch.ledger.Ledgers;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.HistoryStores;

final class KilledRunsTest extends KilledRunsContract {
    @Override
    protected Stores empty() {
        return new Stores(Ledgers.inMemory(), Outboxes.inMemory(), HistoryStores.inMemory());
    }
}
