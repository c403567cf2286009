package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.errors.AccessDenied;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

final class SqsScoringRequestsTest {
    private final List<SendMessageRequest> sent = new ArrayList<>();

    /** Records each message and denies it. */
    private final class Refusing implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            sent.add((SendMessageRequest) context.request());
            throw SqsException.builder()
                    .message("no")
                    .statusCode(403)
                    .awsErrorDetails(
                            AwsErrorDetails.builder().errorCode("AccessDenied").build())
                    .build();
        }
    }

    @Test
    void messagesAreGroupedBySiteWithoutDeduplicationAndDenialsAreErrors() {
        SqsClient client = SqsClient.builder()
                .region(Region.US_WEST_2)
                .endpointOverride(URI.create("http://127.0.0.1:9"))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides -> overrides.addExecutionInterceptor(new Refusing()))
                .build();
        SqsScoringRequests requests = new SqsScoringRequests(client, "http://127.0.0.1:9/sites.fifo");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> requests.requestScoring("kaesong")).isInstanceOf(AccessDenied.class);
        }
        assertThat(sent).extracting(SendMessageRequest::messageGroupId).containsExactly("kaesong", "kaesong");
        assertThat(sent)
                .extracting(SendMessageRequest::messageDeduplicationId)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }
}
