package org.heatwatch.cli.stack;

import java.util.Optional;
import org.heatwatch.aws.CredentialFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** A stack cannot be used; the message says why and what to do. */
public final class StackUnreachable extends RuntimeException {
    StackUnreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * The failure of a request.
     *
     * @param subject what was requested
     * @param problem format of the problem, with a place for the message of AWS
     * @param advice what to do if the credentials are not the cause
     */
    static StackUnreachable of(String subject, String problem, String advice, SdkException e) {
        Optional<CredentialFailure> credentials = CredentialFailure.of(e);
        String found = credentials
                .map(CredentialFailure::problem)
                .orElseGet(() -> problem.formatted(String.valueOf(e.getMessage())
                        .split("\\(Service|: \\[| from any of the providers", 2)[0]
                        .strip()));
        return new StackUnreachable(
                "%s: %s; %s"
                        .formatted(
                                subject,
                                found,
                                credentials.map(CredentialFailure::advice).orElse(advice)),
                e);
    }
}
