package org.heatwatch.cli.stack;

import org.jspecify.annotations.Nullable;

/**
 * A subscription to the mails of a stack.
 *
 * @param operations whether it is for the topic of operators
 * @param address mail address, ARN of a queue, or URL
 * @param filter filter policy as JSON; null without a filter
 * @param arn ARN of the subscription; null until it is confirmed
 * @param protectedFromMachines whether only a user with AWS credentials can end it, and not a mail scanner that follows
 *     links
 */
public record Recipient(
        boolean operations,
        String protocol,
        String address,
        @Nullable String filter,
        @Nullable String arn,
        boolean protectedFromMachines) {

    /** Whether the recipient has confirmed the subscription. */
    public boolean isConfirmed() {
        return arn != null;
    }
}
