package org.heatwatch.functions.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoNoticeTimes;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.aws.S3ClipStore;
import org.heatwatch.aws.StackEnvironment;
import org.heatwatch.aws.Traces;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers requests that come through an API of API Gateway (REST, proxy integration). */
public final class QueryHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final HeatWatchApi api;

    /** As the stack's environment says: {@code AWS_REGION}, {@code TABLE} and {@code CLIPS_BUCKET}. */
    public QueryHandler() {
        this(sources(StackEnvironment.ofProcess()));
    }

    QueryHandler(Sources sources) {
        this.api = new HeatWatchApi(sources, fault -> System.out.println(Traces.of(fault)));
    }

    private static Sources sources(StackEnvironment environment) {
        DynamoDbClient dynamo = environment.dynamo();
        String table = environment.need("TABLE");
        return new Sources(
                new DynamoLedger(new LedgerTable(dynamo, table)),
                new DynamoOutbox(new LedgerTable(dynamo, table)),
                new DynamoHistoryStore(new LedgerTable(dynamo, table)),
                new DynamoNoticeTimes(new LedgerTable(dynamo, table)),
                new S3ClipStore(environment.s3(), environment.need("CLIPS_BUCKET")));
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, @Nullable Context context) {
        Response answer = answer(event);
        String body = answer.isText()
                ? new String(answer.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(answer.body());
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withIsBase64Encoded(!answer.isText())
                .withBody(body);
    }

    private Response answer(APIGatewayProxyRequestEvent event) {
        Optional<Request> request = GatewayRequest.of(event);
        return request.isEmpty() ? Response.badAddress() : api.answer(request.get());
    }
}
