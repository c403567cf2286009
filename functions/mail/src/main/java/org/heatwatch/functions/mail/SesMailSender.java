package org.heatwatch.functions.mail;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.heatwatch.aws.AwsErrors;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.mail.Mail;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.ses.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

/** Sends mails through Amazon SES: one request for all recipients, so that either all or none is sent. */
final class SesMailSender {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);
    /** A message has a few hundred kilobytes; with its retries the call ends before the function does. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);

    private final SesClient client;
    private final MailAddresses addresses;
    private final Optional<URI> dashboard;
    private final InstantSource clock;

    /**
     * Does not close the client.
     *
     * @param dashboard address to which mails link; empty if their readers have none
     */
    SesMailSender(SesClient client, MailAddresses addresses, Optional<URI> dashboard, InstantSource clock) {
        this.client = client;
        this.addresses = addresses;
        this.dashboard = dashboard;
        this.clock = clock;
    }

    /** A builder of a client with limited times. */
    static SesClientBuilder client(Region region) {
        return SesClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTION_TIMEOUT)
                        .socketTimeout(SOCKET_TIMEOUT))
                .overrideConfiguration(overrides -> overrides.apiCallTimeout(CALL_TIMEOUT));
    }

    /**
     * Sends a mail.
     *
     * @param picture the heat map as PNG; empty if there is none
     * @throws org.heatwatch.errors.SourceUnavailable if the mail may or may not have been sent
     * @throws AccessDenied if SES refuses it
     */
    void send(Mail mail, Optional<byte[]> picture) {
        byte[] message = message(mail, picture);
        try {
            client.sendRawEmail(request -> request.source(addresses.from())
                    .destinations(addresses.recipients())
                    .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(message))));
        } catch (MessageRejectedException | MailFromDomainNotVerifiedException e) {
            throw new AccessDenied(
                    "mail from " + addresses.from(),
                    "SES rejected it: " + e.awsErrorDetails().errorMessage(),
                    "verify the sender in SES, and in its sandbox also each recipient: docs/operations.md",
                    e);
        } catch (SdkException e) {
            throw AwsErrors.of("mail from " + addresses.from(), e);
        }
    }

    /** The message that is sent for a mail. */
    byte[] message(Mail mail, Optional<byte[]> picture) {
        return new HtmlMail(mail, picture, addresses, dashboard).message(clock.instant());
    }

    int recipients() {
        return addresses.recipients().size();
    }
}
