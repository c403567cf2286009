package org.heatwatch.cli.stack;

import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param operations whether it is of the topic for those who run the watch
 * @param address mailbox, queue or web address
 * @param filter JSON of what it is limited to; null if it gets everything
 * @param arn null until the recipient has confirmed
 * @param protectedFromMachines whether only somebody with credentials can end it, so that a scanner that follows every link
 *     in a mail can't
 */
public record Recipient(
        boolean operations,
        String protocol,
        String address,
        @Nullable String filter,
        @Nullable String arn,
        boolean protectedFromMachines) {

    public boolean isConfirmed() {
        return arn != null;
    }
}
