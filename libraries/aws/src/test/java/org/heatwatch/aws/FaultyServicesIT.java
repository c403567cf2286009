package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.MailDispatcher;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Faults between this program and DynamoDB or SNS, on real sockets: each is an error that says so, and after it, the
 * same step ends in what it would have ended in without the fault.
 */
final class FaultyServicesIT {
    private static final String SITE = "here";
    private static final String FIRST = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final String BETTER = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static final Instant NOON = Instant.parse("2025-11-04T12:00:00Z");
    private static final Mail MAIL =
            new Mail(SITE, Kind.ACTIVITY, "run", DAY, "Subject", "Text\n", "{}", 3, 2, List.of("hall"));

    private static LocalDynamo dynamo;
    private static FaultyProxy proxy;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        dynamo = new LocalDynamo();
        proxy = new FaultyProxy(dynamo.port());
        client = LocalDynamo.clientOf(proxy.port());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        proxy.close();
        dynamo.close();
    }

    private static void announce(Outbox outbox) {
        Manifest manifest = new Manifest(SITE, 1, "code", DAY, "run", false, List.of(), List.of(), List.of());
        outbox.announce(SITE, Optional.empty(), new ScoringRun(1, DAY, DAY, "run"), manifest, List.of(), List.of(MAIL));
    }

    private static void record(LedgerTable table) {
        new DynamoLedger(table).record(SITE, LedgerScenes.resolved(BETTER, 20));
    }

    private static void read(LedgerTable table) {
        List<?> _ = new DynamoLedger(table).sampledScenes(SITE);
    }

    private static void claim(LedgerTable table) {
        boolean _ = new DynamoOutbox(table).claim(MAIL, NOON);
    }

    static Stream<Arguments> faults() {
        Map<String, Consumer<LedgerTable>> steps = Map.of(
                "TransactWriteItems", FaultyServicesIT::record,
                "Query", FaultyServicesIT::read,
                "UpdateItem", FaultyServicesIT::claim);
        return Stream.of(
                        FaultyProxy.Fault.REFUSED,
                        FaultyProxy.Fault.RESET,
                        FaultyProxy.Fault.TRUNCATED,
                        FaultyProxy.Fault.STATUS_500,
                        FaultyProxy.Fault.STATUS_503,
                        FaultyProxy.Fault.THROTTLED,
                        FaultyProxy.Fault.SLOW)
                .flatMap(fault ->
                        steps.entrySet().stream().map(step -> Arguments.of(fault, step.getKey(), step.getValue())));
    }

    /** A table with a scene and a mail that is not delivered. */
    private static String filledTable() {
        String name = dynamo.emptyTable();
        LedgerTable direct = new LedgerTable(dynamo.client(), name);
        new DynamoLedger(direct).record(SITE, LedgerScenes.resolved(FIRST, 20));
        announce(new DynamoOutbox(direct));
        return name;
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("faults")
    void aFaultOfDynamoDbIsAnErrorAndTheNextAttemptEndsAsWithoutIt(
            FaultyProxy.Fault fault, String operation, Consumer<LedgerTable> step) {
        String name = filledTable();
        LedgerTable table = new LedgerTable(client, name);
        proxy.damage(fault, "DynamoDB_20120810." + operation);
        try {
            assertThatThrownBy(() -> step.accept(table))
                    .isInstanceOf(SourceUnavailable.class)
                    .satisfies(e -> assertThat(e.getMessage()).contains(SITE).doesNotContain("\n"));
        } finally {
            proxy.damage(FaultyProxy.Fault.NONE, "");
        }
        step.accept(table);

        record(table);
        Ledger expected = new DynamoLedger(new LedgerTable(dynamo.client(), filledTable()));
        expected.record(SITE, LedgerScenes.resolved(BETTER, 20));
        Ledger ledger = new DynamoLedger(table);
        assertThat(ledger.sampledScenes(SITE)).isEqualTo(expected.sampledScenes(SITE));
        assertThat(ledger.intake(SITE)).isEqualTo(expected.intake(SITE));
        // The claim may have arrived, although its response did not: it ends by itself.
        assertThat(new DynamoOutbox(table).undelivered(SITE)).containsExactly(MAIL);
        assertThat(new DynamoOutbox(table).claim(MAIL, NOON.plus(Outbox.CLAIM))).isTrue();
    }

    /** Answers as SNS does to a publication, and counts them. */
    private static HttpServer topic(AtomicInteger published) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (new String(request, StandardCharsets.UTF_8).contains("Action=Publish")) {
                published.incrementAndGet();
            }
            byte[] body = """
                    <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
                    <MessageId>94f20ce6-13c5-43a0-9a9e-ca52d816e90b</MessageId></PublishResult></PublishResponse>
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyProxy.Fault.class,
            names = {"REFUSED", "RESET", "TRUNCATED", "STATUS_500", "STATUS_503", "THROTTLED", "SLOW"})
    void aMailThatSnsDoesNotTakeStaysInTheOutboxAndIsSentLater(FaultyProxy.Fault fault) throws IOException {
        AtomicInteger published = new AtomicInteger();
        HttpServer sns = topic(published);
        try (FaultyProxy faulty = new FaultyProxy(sns.getAddress().getPort());
                SnsClient topics = AwsClients.sns(Region.US_WEST_2)
                        .endpointOverride(URI.create("http://127.0.0.1:" + faulty.port()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                        .build()) {
            Outbox outbox = Outboxes.inMemory();
            announce(outbox);
            MailDispatcher dispatcher = new MailDispatcher(
                    outbox,
                    new SnsMailSender(
                            topics, "arn:aws:sns:us-west-2:1:a", "arn:aws:sns:us-west-2:1:b", Optional.empty()),
                    () -> NOON);
            faulty.damage(fault, "");
            assertThatThrownBy(() -> dispatcher.deliver(SITE, Kind.ACTIVITY, "run"))
                    .isInstanceOf(SourceUnavailable.class)
                    .satisfies(e ->
                            assertThat(e.getMessage()).contains("arn:aws:sns").doesNotContain("\n"));
            assertThat(outbox.undelivered(SITE)).containsExactly(MAIL);

            faulty.damage(FaultyProxy.Fault.NONE, "");
            assertThat(dispatcher.deliver(SITE, Kind.ACTIVITY, "run")).isEqualTo(MailDispatcher.Delivery.DELIVERED);
            assertThat(outbox.undelivered(SITE)).isEmpty();
            assertThat(published).hasPositiveValue();
        } finally {
            sns.stop(0);
        }
    }
}
