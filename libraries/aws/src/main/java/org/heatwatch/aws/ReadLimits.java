package org.heatwatch.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Time limits of a request for bytes of an object. */
enum ReadLimits {
    /** Those of the client, which fit into the time-outs of functions. */
    OF_CLIENT,
    /**
     * Those of the client, and the time that the bytes take on a line of 1 Mbit/s that 16 requests share. A transfer of
     * a megabyte that is slow but goes on is then not cut, and a response of one byte a second still ends.
     */
    BY_LENGTH;

    private static final long SLOWEST_BYTES_PER_SECOND = 8_000;

    /** Limits one request, all of its attempts included. */
    AwsRequestOverrideConfiguration of(long length) {
        AwsRequestOverrideConfiguration.Builder limits = AwsRequestOverrideConfiguration.builder();
        if (this == BY_LENGTH) {
            Duration transfer = Duration.ofMillis(length * 1000 / SLOWEST_BYTES_PER_SECOND);
            limits.apiCallAttemptTimeout(AwsClients.S3_ATTEMPT_TIMEOUT.plus(transfer));
            // A second attempt has its whole time, as it has without the transfer.
            limits.apiCallTimeout(AwsClients.S3_CALL_TIMEOUT.plus(transfer.multipliedBy(2)));
        }
        return limits.build();
    }
}
