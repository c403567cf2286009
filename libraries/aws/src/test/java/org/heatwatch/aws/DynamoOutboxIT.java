package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.announce.Topic;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.OutboxContract;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

final class DynamoOutboxIT extends OutboxContract {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static LocalDynamo dynamo;

    @BeforeAll
    static void start() throws Exception {
        dynamo = new LocalDynamo();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamo.close();
    }

    @Override
    protected Outbox empty() {
        return new DynamoOutbox(new LedgerTable(dynamo.client(), dynamo.emptyTable()));
    }

    /** Lets the given number of transactions pass, and simulates a crash at the next. */
    private record KillAfter(AtomicInteger transactions) implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && transactions.getAndDecrement() == 0) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aRunThatNeedsSeveralTransactionsHasItsMailsAfterACrashAndIsCompletedLater() {
        String table = dynamo.emptyTable();
        Outbox outbox = new DynamoOutbox(new LedgerTable(dynamo.client(), table));
        List<AnnouncementRecord> announcements = IntStream.range(0, 230)
                .mapToObj(i ->
                        new AnnouncementRecord("factory-" + i, Topic.ON, DAY, DAY, true, true, Optional.empty(), 0))
                .toList();
        Mail mail = new Mail("here", Kind.ACTIVITY, "run", DAY, "Subject", "Text\n", "{}", 3, 2, List.of("factory-0"));
        ScoringRun run = new ScoringRun(1, DAY, DAY, "run");
        Manifest manifest = new Manifest("here", 1, "code", DAY, "run", false, List.of(), List.of(), List.of());
        try (DynamoDbClient dying = dynamo.client(new KillAfter(new AtomicInteger(1)))) {
            assertThatThrownBy(() -> new DynamoOutbox(new LedgerTable(dying, table))
                            .announce("here", Optional.empty(), run, manifest, announcements, List.of(mail)))
                    .isInstanceOf(Killed.class);
        }
        assertThat(outbox.undelivered("here")).containsExactly(mail);
        assertThat(outbox.lastRun("here")).isEmpty();
        List<AnnouncementRecord> kept = outbox.announcementRecords("here");
        assertThat(kept).hasSizeBetween(50, 100);
        List<AnnouncementRecord> missing = announcements.stream()
                .filter(announcement -> !kept.contains(announcement))
                .toList();
        outbox.announce("here", Optional.empty(), run, manifest, missing, List.of());
        assertThat(outbox.announcementRecords("here")).containsExactlyInAnyOrderElementsOf(announcements);
        assertThat(outbox.lastRun("here")).contains(run);
    }
}
