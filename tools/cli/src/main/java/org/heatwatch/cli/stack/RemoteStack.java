package org.heatwatch.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.ApplicationContext;
import org.heatwatch.aws.AwsClients;
import org.heatwatch.aws.S3Archive;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The resources of a deployed stack, located by its outputs. Credentials come from the default chain of the SDK:
 * environment, profile, single sign-on.
 */
public final class RemoteStack extends ApplicationContext {
    private final String name;
    private final Region region;
    private final Map<String, String> outputs;
    private final Map<String, String> parameters;

    private RemoteStack(String name, Region region, Map<String, String> outputs, Map<String, String> parameters) {
        this.name = name;
        this.region = region;
        this.outputs = Map.copyOf(outputs);
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Finds a stack.
     *
     * @param region region of the stack; null for the region of the Landsat archive
     * @throws StackUnreachable if the stack does not exist or access is denied
     */
    public static RemoteStack find(String name, @Nullable String region) {
        Region stackRegion = region == null ? AwsClients.LANDSAT_REGION : Region.of(region);
        try (CloudFormationClient client = CloudFormationClient.builder()
                .region(stackRegion)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            List<Stack> stacks =
                    client.describeStacks(request -> request.stackName(name)).stacks();
            Stack stack = stacks.getFirst();
            return new RemoteStack(
                    name,
                    stackRegion,
                    stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                    stack.parameters().stream()
                            .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)));
        } catch (SdkServiceException e) {
            throw StackUnreachable.of(
                    "stack %s in %s".formatted(name, stackRegion),
                    "%s",
                    "check the name, --region and your AWS credentials",
                    e);
        } catch (SdkException e) {
            throw StackUnreachable.of(
                    "stack %s in %s".formatted(name, stackRegion),
                    "cannot be reached: %s",
                    "check --region and the connection to the internet",
                    e);
        }
    }

    /** The name of the stack. */
    public String name() {
        return name;
    }

    /**
     * An output of the stack.
     *
     * @throws StackUnreachable if the stack has no such output, because it is not one of this project
     */
    private String output(String key) {
        String value = outputs.get(key);
        if (value == null) {
            throw new StackUnreachable(
                    "stack %s: has no output %s; check that it is a heatwatch stack and that its deployment is complete"
                            .formatted(name, key),
                    null);
        }
        return value;
    }

    /** An environment variable of the stack's functions, from outputs and parameters. */
    @Override
    protected String setting(String variable) {
        return switch (variable) {
            case "AWS_REGION" -> region.id();
            case "TABLE" -> output("TableName");
            case "CLIPS_BUCKET" -> output("ClipsBucketName");
            case "BACKFILL_QUEUE_URL" -> output("BackfillQueueUrl");
            case "SITES_QUEUE_URL" -> output("SitesQueueUrl");
            case "LANDSAT_BUCKET" -> parameters.getOrDefault("LandsatBucket", S3Archive.LANDSAT_BUCKET);
            default -> throw new IllegalStateException("no output contains " + variable);
        };
    }

    /** Whether the stack has the function that sends HTML mail. */
    public boolean sendsHtmlMail() {
        return !parameters.getOrDefault("HtmlMailFrom", "").isEmpty();
    }

    /** The data sources of the stack. */
    public Sources sources() {
        return new Sources(ledger(), outbox(), histories(), notificationTimes(), clips());
    }

    /** The address of the API. */
    public URI api() {
        return URI.create(output("ApiUrl"));
    }

    /** The way in which the API grants access. */
    public Access access() {
        return switch (parameters.getOrDefault("ApiAccess", "iam")) {
            case "key" -> Access.key(key());
            case "public" -> Access.open();
            default ->
                Access.signed(region, DefaultCredentialsProvider.builder().build());
        };
    }

    private String key() {
        try (ApiGatewayClient gateway = ApiGatewayClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            return gateway.getApiKey(r -> r.apiKey(output("ApiKeyId")).includeValue(true))
                    .value();
        } catch (SdkException e) {
            throw StackUnreachable.of(
                    "stack " + name, "cannot read the API key: %s", "your credentials need apigateway:GET", e);
        }
    }

    /** Adds to a request the headers that grant access. */
    @FunctionalInterface
    public interface Access {

        /** All headers of a request, with those that grant access. */
        Map<String, String> headers(String method, URI address, Map<String, String> headers, byte[] body);

        /** For a public API: adds no headers. */
        static Access open() {
            return (_, _, headers, _) -> headers;
        }

        /** Adds an API key. */
        static Access key(String value) {
            return (_, _, headers, _) -> {
                Map<String, String> all = new HashMap<>(headers);
                all.put("X-Api-Key", value);
                return all;
            };
        }

        /** Adds a signature (AWS Signature Version 4). */
        static Access signed(Region region, AwsCredentialsProvider credentials) {
            AwsV4HttpSigner signer = AwsV4HttpSigner.create();
            return (method, address, headers, body) -> {
                SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(method))
                        .uri(address);
                headers.forEach(request::putHeader);
                SdkHttpRequest signed = signer.sign(r -> r.identity(credentials.resolveCredentials())
                                .request(request.build())
                                .payload(ContentStreamProvider.fromByteArray(body))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()))
                        .request();
                Map<String, String> all = new HashMap<>();
                signed.headers().forEach((name, values) -> all.put(name, String.join(",", values)));
                return all;
            };
        }
    }

    /**
     * Requests the self-test of a function.
     *
     * @param function such as "clip"
     * @return its answer, with the members {@code selfTest}, {@code checks} and {@code failures}
     * @throws StackUnreachable if the function cannot be invoked or fails
     */
    public JsonNode selfTest(String function) {
        return new StackFunctions(name, region).selfTest(function);
    }

    /** The subscriptions to the mails of the stack. */
    public Recipients recipients() {
        SnsClient sns = SnsClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new Recipients(sns, output("AlertTopicArn"), output("OperationsTopicArn"));
    }
}
