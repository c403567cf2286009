package org.heatwatch.functions.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.aws.Invocation;
import org.heatwatch.aws.SelfTest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Answers requests that arrive through a REST API of API Gateway (proxy integration). */
public final class QueryHandler implements RequestStreamHandler {
    /** API Gateway waits for 29 seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(26);

    /** A response of AWS Lambda has at most 6,291,556 bytes; the rest is for the headers. */
    private static final long MOST_CHARACTERS = 6_200_000;

    /** Value of the variable in which Lambda states why it starts a function. */
    private static final String SNAP_START = "snap-start";

    private final HeatWatchApi api;
    private final EventLog log;
    private final Duration longest;
    private final Supplier<SelfTest> selfTest;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("query-", 0).factory());

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE} and {@code CLIPS_BUCKET}.
     */
    public QueryHandler() {
        this(ApplicationContext.ofProcess());
        if (SNAP_START.equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            prime();
        }
    }

    /**
     * Loads the classes that requests need, and reads the table and the bucket once, before the snapshot from which
     * Lambda starts the function. Only pages that read no data, of which nothing must remain in the snapshot. A failure
     * only makes the first request slower: it must not end the deployment.
     */
    void prime() {
        try {
            SdkWarmUp.warmUp(DynamoDbClient.class, S3Client.class);
            Map<String, Object> _ = selfTest.get().result();
            for (String path : List.of("/", "/api", "/conformance")) {
                APIGatewayProxyResponseEvent _ = encoded(api.answer(
                        new Request("GET", path, Map.of(), Map.of("Accept", "application/json"), new byte[0], "")));
            }
        } catch (RuntimeException | LinkageError e) {
            log.write(new Event.RequestFailed(new IllegalStateException("the priming failed", e)));
        }
    }

    private QueryHandler(ApplicationContext context) {
        this(
                new Sources(
                        context.ledger(),
                        context.outbox(),
                        context.histories(),
                        context.notificationTimes(),
                        context.clips()),
                context.log(),
                LONGEST,
                context::selfTestWithClips);
    }

    QueryHandler(Sources sources, EventLog log) {
        this(sources, log, LONGEST, SelfTest::new);
    }

    /** @param longest time after which a request is answered with status 503 */
    QueryHandler(Sources sources, EventLog log, Duration longest, Supplier<SelfTest> selfTest) {
        this.api = new HeatWatchApi(sources, failure -> log.write(new Event.RequestFailed(failure)));
        this.log = log;
        this.longest = longest;
        this.selfTest = selfTest;
    }

    /** Answers a request, or a {@link SelfTest}. */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Optional<Invocation> invocation = Invocation.read(input, output, selfTest, log);
        if (invocation.isPresent()) {
            invocation.get().answer(APIGatewayProxyRequestEvent.class, this::respond);
        }
    }

    APIGatewayProxyResponseEvent respond(APIGatewayProxyRequestEvent event) {
        long start = System.nanoTime();
        Response response = answer(event);
        APIGatewayProxyResponseEvent encoded = encoded(response);
        if (length(encoded) > MOST_CHARACTERS) {
            response = HeatWatchApi.tooLarge();
            encoded = encoded(response);
        }
        log.write(new Event.Answered(
                gatewayId(event),
                String.valueOf(event.getHttpMethod()),
                String.valueOf(event.getPath()),
                response.status(),
                Duration.ofNanos(System.nanoTime() - start)));
        return encoded;
    }

    private static Optional<String> gatewayId(APIGatewayProxyRequestEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getRequestId);
    }

    private static APIGatewayProxyResponseEvent encoded(Response response) {
        String body = response.isText()
                ? new String(response.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(response.body());
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(response.status())
                .withHeaders(response.headers())
                .withIsBase64Encoded(!response.isText())
                .withBody(body);
    }

    /** Length of the body in the JSON that Lambda returns, in which quotes and line ends take two characters. */
    private static long length(APIGatewayProxyResponseEvent encoded) {
        String body = encoded.getBody();
        return encoded.getIsBase64Encoded()
                ? body.length()
                : body.getBytes(StandardCharsets.UTF_8).length
                        + body.chars()
                                .filter(c -> c == '"' || c == '\\' || c < ' ')
                                .count();
    }

    /** Answers in time, so that the client learns that it can try again, and not only that the gateway gave up. */
    private Response answer(APIGatewayProxyRequestEvent event) {
        Optional<Request> request = GatewayRequest.of(event);
        if (request.isEmpty()) {
            return Response.badAddress();
        }
        Future<Response> answer = threads.submit(() -> api.answer(request.get()));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return HeatWatchApi.tooLate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HeatWatchApi.tooLate();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the API must not throw", e);
        }
    }
}
