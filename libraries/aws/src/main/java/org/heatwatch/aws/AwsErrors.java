package org.heatwatch.aws;

import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.SourceUnavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Maps exceptions of the AWS SDK to the errors of this project; those that indicate a bug are passed on unchanged. */
public final class AwsErrors {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private AwsErrors() {}

    /** Maps the exception of a request about {@code subject}. */
    public static RuntimeException of(String subject, SdkException e) {
        Optional<CredentialFailure> failure = CredentialFailure.of(e);
        if (failure.isPresent()) {
            return new AccessDenied(
                    subject, failure.get().problem(), failure.get().advice(), e);
        }
        if (!(e instanceof AwsServiceException answer)) {
            return unavailable(subject, e);
        }
        if (answer.isThrottlingException() || answer.statusCode() >= 500 || isCutShort(answer)) {
            return unavailable(subject, e);
        }
        if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN || isDenied(answer)) {
            return new AccessDenied(
                    subject,
                    "is denied (%s)".formatted(code(answer)),
                    "grant the role the permission; requester-pays buckets also need an account that may be billed",
                    e);
        }
        return e;
    }

    static boolean isMissing(AwsServiceException answer) {
        return answer.statusCode() == NOT_FOUND;
    }

    static boolean isForbidden(AwsServiceException answer) {
        return answer.statusCode() == FORBIDDEN;
    }

    /** Whether a missing object may be the cause: without permission to list a bucket, S3 answers 403, not 404. */
    static boolean hidesAbsence(AwsServiceException answer) {
        return isForbidden(answer) && code(answer).equals("AccessDenied");
    }

    static HeatWatchException unavailable(String subject, SdkException e) {
        return new SourceUnavailable(subject, "no answer: " + e.getMessage(), "try again later", e);
    }

    static String code(AwsServiceException answer) {
        // The body of an answer may be empty, or the page of a proxy.
        return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                ? Integer.toString(answer.statusCode())
                : answer.awsErrorDetails().errorCode();
    }

    /** The body of a refusal names its code; without one, the connection ended before, and nothing is known. */
    private static boolean isCutShort(AwsServiceException answer) {
        return answer.statusCode() == BAD_REQUEST && code(answer).equals(Integer.toString(BAD_REQUEST));
    }

    private static boolean isDenied(AwsServiceException answer) {
        return code(answer).startsWith("AccessDenied");
    }
}
