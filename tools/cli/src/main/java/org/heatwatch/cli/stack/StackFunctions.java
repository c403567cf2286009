package org.heatwatch.cli.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Invokes the functions of a stack.
 *
 * @param stack name of the stack
 */
record StackFunctions(String stack, Region region) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** A cold start takes seconds, also in an account that has no function running. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder().socketTimeout(LONGEST);
    }

    JsonNode selfTest(String function) {
        String subject = "function %s of stack %s".formatted(function, stack);
        try (CloudFormationClient stacks = CloudFormationClient.builder()
                        .region(region)
                        .httpClientBuilder(http())
                        .build();
                LambdaClient lambda = LambdaClient.builder()
                        .region(region)
                        .httpClientBuilder(http())
                        .build()) {
            String id = function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1) + "Function";
            String name = stacks.describeStackResource(r -> r.stackName(stack).logicalResourceId(id))
                    .stackResourceDetail()
                    .physicalResourceId();
            return answer(subject, lambda.invoke(r -> {
                r.functionName(name).payload(SdkBytes.fromUtf8String("{\"selfTest\": true}"));
                if (function.equals("query")) {
                    r.qualifier("live"); // The version that the API invokes.
                }
            }));
        } catch (SdkException e) {
            throw StackUnreachable.of(
                    subject,
                    "cannot be invoked: %s",
                    "your credentials need cloudformation:DescribeStackResource and lambda:InvokeFunction",
                    e);
        }
    }

    private static JsonNode answer(String subject, InvokeResponse response) {
        try {
            JsonNode answer = MAPPER.readTree(response.payload().asUtf8String());
            if (response.functionError() != null) {
                throw new StackUnreachable(
                        "%s: %s; see its log"
                                .formatted(subject, answer.path("errorMessage").asText()),
                        null);
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new StackUnreachable("%s: its answer is not JSON; see its log".formatted(subject), e);
        }
    }
}
