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
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.jspecify.annotations.Nullable;

/** Answers requests that arrive through a REST API of API Gateway (proxy integration). */
public final class QueryHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final HeatWatchApi api;
    private final EventLog log;

    /**
     * Configures the handler from the environment variables {@code AWS_REGION}, {@code TABLE} and {@code CLIPS_BUCKET}.
     */
    public QueryHandler() {
        this(ApplicationContext.ofProcess());
    }

    private QueryHandler(ApplicationContext context) {
        this(
                new Sources(
                        context.ledger(),
                        context.outbox(),
                        context.histories(),
                        context.notificationTimes(),
                        context.clips()),
                context.log());
    }

    QueryHandler(Sources sources, EventLog log) {
        this.api = new HeatWatchApi(sources, failure -> log.write(new Event.RequestFailed(failure)));
        this.log = log;
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, @Nullable Context context) {
        log.begin(Optional.ofNullable(context).map(Context::getAwsRequestId));
        Response response = answer(event);
        String body = response.isText()
                ? new String(response.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(response.body());
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(response.status())
                .withHeaders(response.headers())
                .withIsBase64Encoded(!response.isText())
                .withBody(body);
    }

    private Response answer(APIGatewayProxyRequestEvent event) {
        Optional<Request> request = GatewayRequest.of(event);
        return request.isEmpty() ? Response.badAddress() : api.answer(request.get());
    }
}
