package org.heatwatch.mail;

final class InMemoryOutboxTest extends OutboxContract {
    @Override
    protected Outbox empty() {
        return Outboxes.inMemory();
    }
}
