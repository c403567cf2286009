package org.heatwatch.functions.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoNoticeTimes;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.StackEnvironment;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers requests that come through an API of API Gateway (REST, proxy integration). */
public final class QueryHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Api api;

    /** As the stack's environment says: {@code AWS_REGION} and {@code TABLE}. */
    public QueryHandler() {
        this(api(StackEnvironment.ofProcess()));
    }

    QueryHandler(Api api) {
        this.api = api;
    }

    private static Api api(StackEnvironment environment) {
        DynamoDbClient dynamo = environment.dynamo();
        String table = environment.need("TABLE");
        return new Api(
                new DynamoLedger(dynamo, table), new DynamoOutbox(dynamo, table), new DynamoNoticeTimes(dynamo, table));
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, @Nullable Context context) {
        Answer answer = ask(event);
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("X-Content-Type-Options", "nosniff");
        boolean bodiless = "HEAD".equals(event.getHttpMethod());
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(answer.status())
                .withHeaders(headers)
                .withIsBase64Encoded(false)
                .withBody(bodiless ? "" : answer.body());
    }

    private Answer ask(APIGatewayProxyRequestEvent event) {
        String path;
        try {
            path = URLDecoder.decode(
                    Optional.ofNullable(event.getPath()).orElse("/").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Answer.problem(Answer.BAD_REQUEST, "Bad request", "the path is no valid address");
        }
        String method = Optional.ofNullable(event.getHttpMethod()).orElse("GET");
        return api.answer(Question.of(method, path, base(event)));
    }

    /** Where callers see the API: below its stage, unless a domain of its own stands before it. */
    private static String base(APIGatewayProxyRequestEvent event) {
        Map<String, String> headers = Optional.ofNullable(event.getHeaders()).orElse(Map.of());
        String host = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("host"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("localhost");
        boolean behindStage = host.contains(".execute-api.");
        String stage = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getStage();
        return "https://" + host + (behindStage && stage != null ? "/" + stage : "");
    }
}
