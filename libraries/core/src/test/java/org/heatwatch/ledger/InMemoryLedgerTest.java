package org.heatwatch.ledger;

final class InMemoryLedgerTest extends LedgerContract {
    @Override
    protected Ledger empty() {
        return Ledgers.inMemory();
    }
}
