package org.heatwatch.announce;

final class InMemoryOutboxTest extends OutboxContract {
    @Override
    protected Outbox empty() {
        return Outboxes.inMemory();
    }
}
