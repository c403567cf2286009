package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Verifies that the role of each function allows exactly the API calls of its code. This is a static analysis of the
 * packages, because LocalStack does not enforce permissions.
 */
final class RolePermissionsIT {
    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.\\w+Client");
    private static final Pattern CHANGE =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.dynamodb\\.model\\.TransactWriteItem\\$Builder");
    private static final Map<String, String> ACTIONS = Map.of(
            "dynamodb:queryPaginator", "dynamodb:Query",
            "sqs:sendMessageBatch", "sqs:SendMessage",
            "s3:getObjectAsBytes", "s3:GetObject",
            "s3:listObjectsV2", "s3:ListBucket",
            "s3:listObjectsV2Paginator", "s3:ListBucket");
    private static final Map<String, String> CHANGES = Map.of(
            "put", "dynamodb:PutItem",
            "update", "dynamodb:UpdateItem",
            "delete", "dynamodb:DeleteItem",
            "conditionCheck", "dynamodb:ConditionCheckItem");
    /** Methods that call no service. */
    private static final Set<String> NO_REQUESTS = Set.of("builder", "create", "close", "serviceName", "waiter");

    private static final Set<String> LOGGING = Set.of("logs:CreateLogStream", "logs:PutLogEvents");
    private static final Set<String> QUEUE =
            Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    private static final Set<String> STREAM = Set.of(
            "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams");

    /** Actions of Lambda itself with the role: it reads event sources and sends failures to their destination. */
    private static final Map<String, Set<String>> BY_LAMBDA = Map.of(
            "ClipFunction",
            QUEUE,
            "ScoreFunction",
            QUEUE,
            "AlertFunction",
            union(STREAM, Set.of("sqs:SendMessage")),
            "ReconcileFunction",
            union(QUEUE, Set.of("sqs:SendMessage")),
            "MailFunction",
            QUEUE,
            "QueryFunction",
            Set.of());

    @TempDir
    private static Path folder;

    private static final Template TEMPLATE = Template.ofProject();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClipFunction",
                "ScoreFunction",
                "AlertFunction",
                "ReconcileFunction",
                "QueryFunction",
                "MailFunction"
            })
    void aRoleAllowsExactlyWhatItsFunctionCalls(String function) throws IOException {
        assertThat(new TreeSet<>(TEMPLATE.allowed(function))).isEqualTo(needed(function));
    }

    private static Set<String> needed(String function) throws IOException {
        Set<String> needed = union(called(function), LOGGING, BY_LAMBDA.getOrDefault(function, Set.of()));
        if (needed.contains("sns:Publish")) {
            // The topics are encrypted with our own key.
            needed.addAll(Set.of("kms:GenerateDataKey", "kms:Decrypt"));
        }
        if (needed.contains("s3:GetObject")) {
            // Without it S3 answers 403 for missing objects.
            needed.add("s3:ListBucket");
        }
        return needed;
    }

    @Test
    void everyFunctionOfTheTemplateIsTested() {
        assertThat(TEMPLATE.handlers()).containsOnlyKeys(BY_LAMBDA.keySet());
    }

    @Test
    void aMissingPermissionIsFound() throws IOException {
        Template without = Template.of(Repository.text("template.yaml")
                .replace(
                        "[dynamodb:GetItem, dynamodb:BatchGetItem, dynamodb:Query, dynamodb:PutItem]",
                        "[dynamodb:GetItem, dynamodb:BatchGetItem, dynamodb:Query]"));
        Set<String> missing = needed("ScoreFunction");
        missing.removeAll(without.allowed("ScoreFunction"));
        assertThat(missing).containsExactly("dynamodb:PutItem");
    }

    private static Set<String> called(String function) throws IOException {
        CallGraph graph = CallGraph.of(
                classes(Repository.file(TEMPLATE.code(function))),
                Objects.requireNonNull(TEMPLATE.handlers().get(function)));
        Set<String> actions = new TreeSet<>();
        graph.callsOutside().forEach(call -> action(call, actions));
        return actions;
    }

    private static void action(CodeUnitAccessTarget call, Set<String> actions) {
        String owner = call.getOwner().getName();
        Matcher client = CLIENT.matcher(owner);
        if (client.matches() && !NO_REQUESTS.contains(call.getName())) {
            String service = client.group(1);
            String name = call.getName();
            // A transaction needs the permissions of its writes.
            if (!name.equals("transactWriteItems")) {
                actions.add(ACTIONS.getOrDefault(
                        service + ":" + name,
                        service + ":" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));
            }
        }
        if (CHANGE.matcher(owner).matches() && CHANGES.containsKey(call.getName())) {
            actions.add(CHANGES.get(call.getName()));
        }
    }

    private static JavaClasses classes(Path zip) throws IOException {
        List<JarFile> jars = new ArrayList<>();
        Path unpacked = Files.createTempDirectory(folder, "jars");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith("lib/heatwatch-")) {
                    Path jar = unpacked.resolve(entry.getName().substring("lib/".length()));
                    try (InputStream bytes = file.getInputStream(entry)) {
                        Files.copy(bytes, jar);
                    }
                    jars.add(new JarFile(jar.toFile()));
                }
            }
        }
        return new ClassFileImporter().importJars(jars);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new TreeSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }
}
