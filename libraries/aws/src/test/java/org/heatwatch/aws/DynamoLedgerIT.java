package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerContract;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.RecordResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class DynamoLedgerIT extends LedgerContract {
    private static final AtomicInteger TABLES = new AtomicInteger();
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
    protected Ledger empty() {
        return empty(new ConsistentReads());
    }

    private static Ledger empty(ExecutionInterceptor interceptor) {
        String table = "ledger-" + TABLES.incrementAndGet();
        try (DynamoDbClient maker = dynamo.client()) {
            LedgerTable.create(maker, table);
        }
        return new DynamoLedger(new LedgerTable(dynamo.client(interceptor), table));
    }

    /** Fails every read that is not strongly consistent. */
    private static final class ConsistentReads implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            boolean consistent =
                    switch (context.request()) {
                        case GetItemRequest get -> Boolean.TRUE.equals(get.consistentRead());
                        case QueryRequest query -> Boolean.TRUE.equals(query.consistentRead());
                        default -> true;
                    };
            assertThat(consistent).isTrue();
        }
    }

    /** Fails the given number of subsequent transactions. */
    private static final class Failing implements ExecutionInterceptor {
        private final AtomicInteger left;
        private final RuntimeException failure;

        Failing(int times, RuntimeException failure) {
            this.left = new AtomicInteger(times);
            this.failure = failure;
        }

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
                throw failure;
            }
            return context.request();
        }
    }

    private static RuntimeException cancelled(String... codes) {
        List<CancellationReason> reasons = Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList();
        return TransactionCanceledException.builder()
                .message("cancelled")
                .statusCode(400)
                .cancellationReasons(reasons)
                .build();
    }

    private static RuntimeException answer(int status, String code) {
        return DynamoDbException.builder()
                .message(code)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    @Test
    void someConflictsAndTransactionsThatWereThrottledInPartAreRetried() {
        Ledger conflicts = empty(new Failing(4, cancelled("None", "TransactionConflict", "None")));
        assertThat(conflicts.record(SITE, LedgerScenes.resolved(T1, 20))).isEqualTo(new RecordResult(id(T1), true));
        Ledger throttled = empty(new Failing(4, cancelled("ThrottlingError", "None")));
        assertThat(throttled.record(SITE, LedgerScenes.resolved(T1, 20))).isEqualTo(new RecordResult(id(T1), true));
    }

    @Test
    void endlessConflictsAndThrottlingAreDifferentErrors() {
        Ledger conflicts = empty(new Failing(1000, cancelled("None", "TransactionConflict")));
        assertThatThrownBy(() -> conflicts.record(SITE, LedgerScenes.resolved(T1, 20)))
                .isInstanceOf(LedgerConflict.class);
        Ledger throttled = empty(new Failing(1000, cancelled("ThrottlingError", "TransactionConflict")));
        assertThatThrownBy(() -> throttled.record(SITE, LedgerScenes.resolved(T1, 20)))
                .isInstanceOf(SourceUnavailable.class);
        assertThat(throttled.scenes(SITE)).isEmpty();
    }

    /** The client of the SDK has retried it already. */
    @Test
    void aThrottledCallIsUnavailableForNow() {
        Ledger throttled = empty(new Failing(1, answer(400, "ProvisionedThroughputExceededException")));
        assertThatThrownBy(() -> throttled.record(SITE, LedgerScenes.resolved(T1, 20)))
                .isInstanceOfSatisfying(
                        SourceUnavailable.class,
                        unavailable -> assertThat(unavailable.retryHelps()).isTrue());
    }

    @Test
    void deniedAccessIsNotRetried() {
        Failing refusal = new Failing(1000, answer(400, "AccessDeniedException"));
        Ledger ledger = empty(refusal);
        assertThatThrownBy(() -> ledger.record(SITE, LedgerScenes.resolved(T1, 20)))
                .isInstanceOf(AccessDenied.class);
        assertThat(refusal.left).hasValue(999);
    }

    @Test
    void aWriterReadsAgainAfterAConcurrentChange() {
        String table = "overtaken";
        DynamoDbClient client = dynamo.client();
        LedgerTable.create(client, table);
        Ledger other = new DynamoLedger(new LedgerTable(client, table));
        AtomicInteger overtakes = new AtomicInteger(1);
        ExecutionInterceptor overtaking = new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                if (context.request() instanceof TransactWriteItemsRequest && overtakes.getAndDecrement() == 1) {
                    other.record(SITE, LedgerScenes.resolved(L2, 20));
                }
            }
        };
        Ledger ledger = new DynamoLedger(new LedgerTable(dynamo.client(overtaking), table));
        assertThat(ledger.record(SITE, LedgerScenes.resolved(T1, 20))).isEqualTo(new RecordResult(id(L2), false));
        assertThat(ledger.intake(SITE)).containsExactly(superseded(T1, L2), recorded(L2));
    }

    /** What is read is correct without it: it keeps the table right for whoever else reads it. */
    @Test
    void aFailureDoesNotReplaceTheStoredOutcomeOfAScene() {
        String table = dynamo.emptyTable();
        LedgerTable stored = new LedgerTable(dynamo.client(), table);
        Ledger ledger = new DynamoLedger(stored);
        ledger.record(SITE, LedgerScenes.resolved(T1, 20));
        ledger.note(SITE, new IntakeRecord(id(T1), new IntakeOutcome.Unreadable("damaged")));
        assertThat(stored.find(Key.intake(SITE, id(T1))))
                .hasValueSatisfying(item -> assertThat(item).containsEntry("outcome", Items.text("RECORDED")));
    }
}
