package org.heatwatch.aws;

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

/** Repeats what met others or was slowed down, a few times with growing pauses of random length. */
final class DynamoRetries {
    private static final int ATTEMPTS = 12;
    private static final int FIRST_PAUSE_MILLIS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 1000;
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final Set<String> CONFLICTS = Set.of(CONDITION, "TransactionConflict");
    private static final Set<String> SLOWED_DOWN =
            Set.of("ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");

    private DynamoRetries() {}

    /** The answer, to whatever ends in one call. */
    static <T> T call(String subject, Supplier<T> attempt) {
        return decide(subject, () -> Optional.of(attempt.get()));
    }

    /**
     * Writes under a condition.
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
     * The answer of the first attempt that has one; each begins with reading anew.
     *
     * @throws LedgerConflict if others came in between every time
     */
    static <T> T decide(String subject, Supplier<Optional<T>> attempt) {
        HeatWatchException failure = conflict(subject, null);
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                Optional<T> answer = attempt.get();
                if (answer.isPresent()) {
                    return answer.get();
                }
                failure = conflict(subject, null);
            } catch (DynamoDbException e) {
                failure = retryable(subject, e);
            } catch (SdkException e) {
                throw AwsErrors.of(subject, e);
            }
            pause(i);
        }
        throw failure;
    }

    /** Whether a write was refused because its condition did not hold, and for no other reason. */
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
            if (reasons.stream().allMatch(reason -> CONFLICTS.contains(reason) || SLOWED_DOWN.contains(reason))) {
                return AwsErrors.unavailable(subject, e);
            }
        }
        if (e instanceof TransactionConflictException || e instanceof TransactionInProgressException) {
            return conflict(subject, e);
        }
        if (e.isThrottlingException() || SLOWED_DOWN.contains(AwsErrors.code(e))) {
            return AwsErrors.unavailable(subject, e);
        }
        throw AwsErrors.of(subject, e);
    }

    private static LedgerConflict conflict(String subject, @Nullable Throwable cause) {
        return new LedgerConflict(subject, "others wrote the same at every try", "try again later", cause);
    }

    private static void pause(int attempt) {
        int longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(longest) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
