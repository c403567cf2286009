package org.heatwatch.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.s3.S3Client;

/** A stack deployed from the project's template with the packages of the build. */
final class DeployedStack {
    private static final String PACKAGES = "packages";
    private static final Pattern LOCAL_FILE = Pattern.compile("(CodeUri|ContentUri): (\\S+\\.zip)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CloudFormationClient client;
    private final String name;
    private final Map<String, String> outputs;

    private DeployedStack(CloudFormationClient client, String name, Map<String, String> outputs) {
        this.client = client;
        this.name = name;
        this.outputs = outputs;
    }

    /**
     * Deploys a stack. Synchronised, because LocalStack stores the region of a template in its environment while it
     * expands it.
     *
     * @param template text of it, with local files as code
     */
    static synchronized DeployedStack deploy(
            LocalCloud cloud, String name, String template, Map<String, String> parameters)
            throws InterruptedException {
        String uploaded = uploaded(template, cloud.s3());
        // Too large for an inline template body.
        cloud.s3().putObject(r -> r.bucket(PACKAGES).key(name + ".yaml"), RequestBody.fromString(uploaded));
        CloudFormationClient client = cloud.cloudFormation();
        client.createStack(request -> request.stackName(name)
                .templateURL(cloud.endpoint() + "/" + PACKAGES + "/" + name + ".yaml")
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(parameters.entrySet().stream()
                        .map(p -> Parameter.builder()
                                .parameterKey(p.getKey())
                                .parameterValue(p.getValue())
                                .build())
                        .toList()));
        Stack stack = await(client, name);
        Map<String, String> outputs =
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
        return new DeployedStack(client, name, outputs);
    }

    /** Uploads local files for CloudFormation, as {@code sam deploy} does. */
    private static String uploaded(String template, S3Client s3) {
        LocalCloud.bucket(s3, PACKAGES);
        Matcher matcher = LOCAL_FILE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Path file = Repository.file(matcher.group(2));
            if (!Files.exists(file)) {
                throw new IllegalStateException("%s is missing; build it with %s"
                        .formatted(
                                matcher.group(2),
                                matcher.group(2).startsWith("layers/")
                                        ? "layers/gdal/fetch-natives and layers/gdal/build-layer"
                                        : "./heatwatch package"));
            }
            String key = String.valueOf(file.getFileName());
            s3.putObject(r -> r.bucket(PACKAGES).key(key), RequestBody.fromFile(file));
            matcher.appendReplacement(text, matcher.group(1) + ": s3://" + PACKAGES + "/" + key);
        }
        return matcher.appendTail(text).toString();
    }

    private static Stack await(CloudFormationClient client, String name) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Stack stack = client.describeStacks(r -> r.stackName(name)).stacks().getFirst();
            switch (stack.stackStatus()) {
                case CREATE_COMPLETE -> {
                    return stack;
                }
                case CREATE_IN_PROGRESS -> {
                    if (Instant.now().isAfter(end)) {
                        throw new IllegalStateException("stack " + name + " was not created within " + PATIENCE);
                    }
                    Thread.sleep(500);
                }
                default ->
                    throw new IllegalStateException("stack %s: %s %s\n%s"
                            .formatted(
                                    name,
                                    stack.stackStatusAsString(),
                                    stack.stackStatusReason(),
                                    client.describeStackResources(r -> r.stackName(name)).stackResources().stream()
                                            .filter(r ->
                                                    r.resourceStatusAsString().endsWith("FAILED"))
                                            .map(r -> r.logicalResourceId() + ": " + r.resourceStatusReason())
                                            .collect(Collectors.joining("\n"))));
            }
        }
    }

    /** The value of an output. */
    String output(String key) {
        String value = outputs.get(key);
        if (value == null) {
            throw new IllegalStateException("stack %s has no output %s but %s".formatted(name, key, outputs.keySet()));
        }
        return value;
    }

    /** Physical ids of all resources by their logical ids. */
    Map<String, StackResource> resources() {
        return client.describeStackResources(r -> r.stackName(name)).stackResources().stream()
                .collect(Collectors.toMap(
                        StackResource::logicalResourceId, resource -> resource, (a, _) -> a, TreeMap::new));
    }

    /** The physical id of a resource. */
    String id(String logicalId) {
        StackResource resource = resources().get(logicalId);
        if (resource == null) {
            throw new IllegalStateException("stack %s has no resource %s".formatted(name, logicalId));
        }
        return resource.physicalResourceId();
    }
}
