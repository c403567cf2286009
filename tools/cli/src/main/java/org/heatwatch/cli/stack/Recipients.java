package org.heatwatch.cli.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** The subscriptions to the mails of a stack. */
public final class Recipients {
    private static final Pattern TOKEN_IN_LINK = Pattern.compile("[?&]Token=([0-9a-f]+)");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{20,}");
    private static final String PENDING = "PendingConfirmation";

    private final SnsClient sns;
    private final String alertTopic;
    private final String operationsTopic;

    Recipients(SnsClient sns, String alertTopic, String operationsTopic) {
        this.sns = sns;
        this.alertTopic = alertTopic;
        this.operationsTopic = operationsTopic;
    }

    private String topic(boolean operations) {
        return operations ? operationsTopic : alertTopic;
    }

    /**
     * Subscribes a mail address, a queue ({@code arn:aws:sqs:...}) or an https URL; SNS sends it a link for
     * confirmation.
     *
     * @param operations whether to subscribe to the topic of operators
     * @throws StackUnreachable if SNS rejects the request
     */
    public void subscribe(String address, MailFilter filter, boolean operations) {
        Map<String, String> attributes = new HashMap<>();
        filter.policy().ifPresent(policy -> attributes.put("FilterPolicy", policy));
        call(
                address,
                () -> sns.subscribe(request -> request.topicArn(topic(operations))
                        .protocol(protocol(address))
                        .endpoint(address)
                        .attributes(attributes)
                        .returnSubscriptionArn(true)));
    }

    private static String protocol(String address) {
        if (address.startsWith("arn:")) {
            return "sqs";
        }
        return address.startsWith("https://") ? "https" : "email";
    }

    /**
     * Confirms a subscription with the user's credentials, so that only a user with credentials can end it.
     *
     * @param linkOrToken the link in the confirmation mail of SNS, which contains the topic, or its token
     * @param operations whether a token is for the topic of operators
     * @throws StackUnreachable if the link is invalid, or SNS rejects the request
     */
    public void confirm(String linkOrToken, boolean operations) {
        Matcher inLink = TOKEN_IN_LINK.matcher(linkOrToken);
        String token = inLink.find() ? inLink.group(1) : linkOrToken;
        if (!TOKEN.matcher(token).matches()) {
            throw new StackUnreachable(
                    "'%s': is neither the link of a confirmation mail nor the token in it; copy the whole link"
                            .formatted(linkOrToken),
                    null);
        }
        call(
                "confirmation",
                () -> sns.confirmSubscription(
                        request -> request.topicArn(topic(operations || linkOrToken.contains(operationsTopic)))
                                .token(token)
                                .authenticateOnUnsubscribe("true")));
    }

    /**
     * Ends all subscriptions of an address.
     *
     * @return number of ended subscriptions; unconfirmed ones cannot be ended and expire after two days
     */
    public int unsubscribe(String address) {
        int ended = 0;
        for (Recipient recipient : all()) {
            String arn = recipient.arn();
            if (recipient.address().equals(address) && arn != null) {
                call(address, () -> sns.unsubscribe(request -> request.subscriptionArn(arn)));
                ended++;
            }
        }
        return ended;
    }

    /** The subscriptions to both topics. */
    public List<Recipient> all() {
        List<Recipient> recipients = new ArrayList<>();
        for (boolean operations : new boolean[] {false, true}) {
            List<Subscription> subscriptions = call(
                    "subscriptions",
                    () -> sns
                            .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic(operations)))
                            .subscriptions()
                            .stream()
                            .toList());
            subscriptions.forEach(subscription -> recipients.add(recipient(subscription, operations)));
        }
        return List.copyOf(recipients);
    }

    private Recipient recipient(Subscription subscription, boolean operations) {
        @Nullable
        String arn = subscription.subscriptionArn().startsWith("arn:") ? subscription.subscriptionArn() : null;
        Map<String, String> attributes = arn == null
                ? Map.of()
                : call(
                        subscription.endpoint(),
                        () -> sns.getSubscriptionAttributes(request -> request.subscriptionArn(arn))
                                .attributes());
        boolean pending = Boolean.parseBoolean(attributes.getOrDefault(PENDING, "false"));
        return new Recipient(
                operations,
                subscription.protocol(),
                subscription.endpoint(),
                attributes.get("FilterPolicy"),
                pending ? null : arn,
                Boolean.parseBoolean(attributes.getOrDefault("ConfirmationWasAuthenticated", "false")));
    }

    private static <T> T call(String subject, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw StackUnreachable.of(
                    subject, "SNS rejects the request: %s", "check the address and your AWS credentials", e);
        }
    }
}
