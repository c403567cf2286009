package org.heatwatch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.Test;

final class MailDispatcherTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static final Mail MAIL =
            new Mail("here", Kind.ACTIVITY, "run", DAY, "Subject", "Text\n", "{}", 3, 2, List.of("hall"));

    private final Outbox outbox = Outboxes.inMemory();
    private final List<Mail> sent = new ArrayList<>();
    private final Instant now = Instant.parse("2025-11-04T12:00:00Z");

    private static Outbox holding(Outbox outbox, Mail mail) {
        Manifest manifest = new Manifest(
                "here", 1, "code", LocalDate.of(2025, 11, 4), "run", false, List.of(), List.of(), List.of());
        outbox.announce(
                "here", Optional.empty(), new ScoringRun(1, DAY, DAY, "run"), manifest, List.of(), List.of(mail));
        return outbox;
    }

    private MailDispatcher.Delivery deliver(MailSender sender) {
        return new MailDispatcher(outbox, sender, () -> now).deliver("here", Kind.ACTIVITY, "run");
    }

    @Test
    void aMailIsSentOnceForAnyNumberOfRequests() {
        holding(outbox, MAIL);
        assertThat(deliver(sent::add)).isEqualTo(MailDispatcher.Delivery.DELIVERED);
        assertThat(deliver(sent::add)).isEqualTo(MailDispatcher.Delivery.ALREADY_DELIVERED);
        assertThat(sent).containsExactly(MAIL);
        assertThat(outbox.mails("here")).containsExactly(new SentMail(MAIL, Optional.of(now)));
    }

    @Test
    void aFailedDeliveryCanBeRepeatedAtOnce() {
        holding(outbox, MAIL);
        assertThatThrownBy(() -> deliver(_ -> {
                    throw new SourceUnavailable("topic", "no answer", "try again");
                }))
                .isInstanceOf(SourceUnavailable.class);
        assertThat(outbox.undelivered("here")).containsExactly(MAIL);
        assertThat(deliver(sent::add)).isEqualTo(MailDispatcher.Delivery.DELIVERED);
    }

    @Test
    void twoConcurrentDeliveriesSendOneMail() {
        holding(outbox, MAIL);
        List<MailDispatcher.Delivery> second = new ArrayList<>();
        assertThat(deliver(mail -> {
                    second.add(deliver(sent::add));
                    sent.add(mail);
                }))
                .isEqualTo(MailDispatcher.Delivery.DELIVERED);
        assertThat(second).containsExactly(MailDispatcher.Delivery.CLAIMED);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aMissingMailIsUnknown() {
        assertThat(deliver(sent::add)).isEqualTo(MailDispatcher.Delivery.UNKNOWN);
        assertThat(sent).isEmpty();
    }

    @Test
    void aProcessThatIsKilledAfterSendingLeavesAClaimThatExpires() {
        holding(outbox, MAIL);
        assertThat(outbox.claim(MAIL, now.minusSeconds(59))).isTrue();
        assertThat(deliver(sent::add)).isEqualTo(MailDispatcher.Delivery.CLAIMED);
        outbox.release(MAIL);
        assertThat(outbox.claim(MAIL, now.minus(Outbox.CLAIM))).isTrue();
        assertThat(deliver(sent::add)).isEqualTo(MailDispatcher.Delivery.DELIVERED);
        assertThat(sent).containsExactly(MAIL);
    }
}
