package org.heatwatch.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.LedgerConflict;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Retries conflicts with exponential backoff and full jitter. The client of the SDK retries throttling and failures of
 * the service; only a transaction that was throttled in part, which the SDK does not retry, is repeated here.
 */
final class DynamoRetries {
    private static final int MAX_ATTEMPTS = 12;
    /**
     * No attempt begins later: with the limit of a call of the client, the time is less than the 29 seconds of API
     * Gateway. Conflicts need less; the client itself waits up to two seconds before it repeats a transaction in
     * progress.
     */
    private static final Duration LATEST_ATTEMPT = Duration.ofSeconds(12);

    private static final int INITIAL_BACKOFF_MILLIS = 10;
    private static final int MAX_BACKOFF_MILLIS = 1000;
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final Set<String> CONFLICTS = Set.of(CONDITION, "TransactionConflict");
    private static final Set<String> THROTTLING =
            Set.of("ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");

    private DynamoRetries() {}

    /** Returns the result of a single call, which is retried after conflicts and throttling. */
    static <T> T call(String subject, Supplier<T> operation) {
        return decide(subject, () -> Optional.of(operation.get()));
    }

    /**
     * Performs a conditional write.
     *
     * @return whether the condition held
     */
    static boolean unlessRefused(String subject, Runnable write) {
        return call(subject, () -> {
            try {
                write.run();
                return true;
            } catch (DynamoDbException e) {
                if (isConditionFailed(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    /**
     * Returns the result of the first attempt that has one. An attempt is empty if it found a concurrent change; each
     * attempt has to read its input again.
     *
     * @throws LedgerConflict if every attempt met a concurrent change
     */
    static <T> T decide(String subject, Supplier<Optional<T>> operation) {
        HeatWatchException failure = conflict(subject, null);
        long end = System.nanoTime() + LATEST_ATTEMPT.toNanos();
        for (int attempt = 0; attempt < MAX_ATTEMPTS && System.nanoTime() - end < 0; attempt++) {
            try {
                Optional<T> result = operation.get();
                if (result.isPresent()) {
                    return result.get();
                }
                failure = conflict(subject, null);
            } catch (DynamoDbException e) {
                failure = retryable(subject, e);
            } catch (SdkException e) {
                throw AwsErrors.of(subject, e);
            }
            pause(attempt);
        }
        throw failure;
    }

    /** Whether a write failed because its condition did not hold. */
    private static boolean isConditionFailed(DynamoDbException e) {
        return switch (e) {
            case ConditionalCheckFailedException _ -> true;
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .anyMatch(CONDITION::equals);
            default -> false;
        };
    }

    private static HeatWatchException retryable(String subject, DynamoDbException e) {
        if (e instanceof TransactionCanceledException cancelled) {
            Set<String> reasons = cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .filter(code -> code != null && !code.equals("None"))
                    .collect(Collectors.toSet());
            if (CONFLICTS.containsAll(reasons)) {
                return conflict(subject, e);
            }
            if (reasons.stream().allMatch(reason -> CONFLICTS.contains(reason) || THROTTLING.contains(reason))) {
                return AwsErrors.unavailable(subject, e);
            }
        }
        if (e instanceof TransactionConflictException || e instanceof TransactionInProgressException) {
            return conflict(subject, e);
        }
        throw AwsErrors.of(subject, e);
    }

    private static LedgerConflict conflict(String subject, @Nullable Throwable cause) {
        return new LedgerConflict(subject, "was changed concurrently at every attempt", "try again later", cause);
    }

    private static void pause(int attempt) {
        int maximum = Math.min(MAX_BACKOFF_MILLIS, INITIAL_BACKOFF_MILLIS << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(maximum) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
