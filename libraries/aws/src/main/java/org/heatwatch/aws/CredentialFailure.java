package org.heatwatch.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A request to AWS that failed because of the credentials, the clock or the Region of this machine, and not because of
 * missing permissions.
 *
 * @param problem completes a sentence that begins with what was requested
 * @param advice what the user can do
 */
public record CredentialFailure(String problem, String advice) {
    private static final String NOT_FOUND = "Unable to load credentials";
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN_KEY = Set.of(
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidToken",
            "UnrecognizedClient",
            "UnrecognizedClientException");
    private static final Set<String> WRONG_SECRET =
            Set.of("SignatureDoesNotMatch", "InvalidSignature", "InvalidSignatureException");
    private static final Set<String> WRONG_CLOCK =
            Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
    private static final Set<String> OTHER_REGION =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");

    /** The failure that an exception of the SDK reports; empty if it has another cause. */
    public static Optional<CredentialFailure> of(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return ofAnswer(answer);
        }
        return String.valueOf(e.getMessage()).startsWith(NOT_FOUND)
                ? Optional.of(UnusableProfile.inUse().failure())
                : Optional.empty();
    }

    private static Optional<CredentialFailure> ofAnswer(AwsServiceException answer) {
        String code = AwsErrors.code(answer);
        if (EXPIRED.contains(code)) {
            return failure(
                    "is denied, because the AWS credentials have expired",
                    UnusableProfile.inUse().renewal());
        }
        if (UNKNOWN_KEY.contains(code)) {
            return failure(
                    "is denied, because AWS does not know the access key",
                    "check AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN, or the profile: the key may be deleted or "
                            + "inactive, or the session token missing");
        }
        // DynamoDB reports a wrong clock as an invalid signature.
        if (WRONG_CLOCK.contains(code) || (WRONG_SECRET.contains(code) && isAboutTime(answer))) {
            return failure(
                    "is denied, because the clock of this machine differs from that of AWS by minutes",
                    "set the clock; it shows %s UTC"
                            .formatted(Instant.now()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString()
                                    .replace('T', ' ')
                                    .replace("Z", "")));
        }
        if (WRONG_SECRET.contains(code)) {
            return failure(
                    "is denied, because the secret access key does not belong to the access key",
                    "check AWS_SECRET_ACCESS_KEY, or the profile");
        }
        if (OTHER_REGION.contains(code)) {
            return failure(
                    "is in %s, not in %s"
                            .formatted(
                                    region(answer)
                                            .map("the AWS Region "::concat)
                                            .orElse("another AWS Region"),
                                    AwsClients.LANDSAT_REGION),
                    "name a bucket in " + AwsClients.LANDSAT_REGION);
        }
        return Optional.empty();
    }

    private static Optional<CredentialFailure> failure(String problem, String advice) {
        return Optional.of(new CredentialFailure(problem, advice));
    }

    private static boolean isAboutTime(AwsServiceException answer) {
        String message = String.valueOf(answer.getMessage());
        return message.contains("Signature expired") || message.contains("Signature not yet current");
    }

    private static Optional<String> region(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    }
}
