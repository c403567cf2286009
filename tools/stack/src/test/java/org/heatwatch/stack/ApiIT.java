package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.KnownSite;
import org.heatwatch.api.Request;
import org.heatwatch.api.Sources;
import org.heatwatch.aws.DynamoHistoryStore;
import org.heatwatch.aws.DynamoLedger;
import org.heatwatch.aws.DynamoOutbox;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.StackProxy;
import org.heatwatch.cli.stack.RemoteStack.Access;
import org.heatwatch.mail.SentMail;
import org.heatwatch.publication.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;

/** Responses through API Gateway equal those of the same code in this process, from the same data. */
@NeedsDocker
final class ApiIT {
    private static final String PASS = "LC08_116034_20130425";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** A fake clip that is not valid text in any encoding. */
    private static final byte[] CLIP = {'I', 'I', 42, 0, (byte) 0xff, (byte) 0xfe, (byte) 0x80, 13, 10, (byte) 0xc3};

    @TempDir
    private Path folder;

    private static LocalCloud cloud;
    private static DeployedStack stack;
    private static HeatWatchApi inProcess;
    private static String base;

    /** A separate stack, so that other tests do not find the artificial site. */
    @BeforeAll
    static void publishResults() throws Exception {
        cloud = SharedCloud.get();
        String topic =
                cloud.sns().createTopic(r -> r.name("nobody-speaks-here")).topicArn();
        stack = DeployedStack.deploy(
                cloud,
                "api",
                Repository.text("template.yaml"),
                Map.of("LandsatTopicArn", topic, "LandsatBucket", Watch.BUCKET, "SeedSites", "kaesong-simulated"));
        Sources known = new KnownSite("here", "\uacf5\uc7a5", 5).publish(30).sources();
        String table = stack.output("TableName");
        Manifest manifest = known.outbox().manifest("here").orElseThrow();
        ScoringRun run = known.outbox().lastRun("here").orElseThrow();
        new DynamoLedger(new LedgerTable(cloud.dynamo(), table))
                .putSite(known.ledger().site("here").orElseThrow());
        new DynamoHistoryStore(new LedgerTable(cloud.dynamo(), table))
                .put("here", known.histories().get("here", manifest.parts()));
        new DynamoOutbox(new LedgerTable(cloud.dynamo(), table))
                .announce(
                        "here",
                        Optional.empty(),
                        run,
                        manifest,
                        List.of(),
                        known.outbox().mails("here").stream()
                                .map(SentMail::mail)
                                .toList());
        cloud.s3()
                .putObject(
                        r -> r.bucket(stack.output("ClipsBucketName"))
                                .key("clips/LC08_L1TP_116034_20130425_20130425_02_T1-1.tif"),
                        RequestBody.fromBytes(CLIP));
        inProcess = new HeatWatchApi(known, fault -> {
            throw fault;
        });
        base = json(send("GET", "/", "")).at("/links/0/href").asText().replaceFirst("/+$", "");
    }

    private static HttpResponse<byte[]> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("%s/_aws/execute-api/%s/v1%s".formatted(cloud.endpoint(), stack.id("Api"), path)))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] expected(String path, String... headers) {
        String[] parts = path.split("\\?", 2);
        Map<String, String> sent = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return inProcess
                .answer(Request.encoded("GET", parts[0], parts.length == 1 ? null : parts[1], sent, new byte[0], base)
                        .orElseThrow())
                .body();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return Mailbox.json(text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /**
     * LocalStack ignores the type {@code * / *} for binary bodies: some come as the text that API Gateway
     * decodes.
     */
    private static byte[] binary(HttpResponse<byte[]> answer, byte[] start) {
        byte[] body = answer.body();
        return Arrays.equals(start, Arrays.copyOf(body, start.length))
                ? body
                : Base64.getDecoder().decode(new String(body, StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conformance",
                "/collections",
                "/collections/scenes",
                "/collections/facilities/items?state=ON,OFF&sortby=-score&limit=3",
                "/collections/observations/items?datetime=2013-05-01T00%3A00%3A00%2B09:00%2F..&limit=3",
                "/collections/facilities/items/here%3Afactory-1",
                "/collections/facilities/items/here:factory-1",
                "/collections/observations/items?facility=factory-2&datetime=2013-05-01/2013-08-01",
                "/collections/observations/items?f=csv&minScore=90",
                "/collections/hotspots/items?bbox=126.6,37.9,126.7,38",
                "/collections/alerts/items?kind=activity",
                "/collections/scenes/items?usable=false",
                "/collections/facilities/items?f=html",
                "/?f=html",
                "/search?collections=scenes,alerts&limit=7",
                "/charts/factory-1.svg",
                "/missing?datetime=2013-04-01/2013-12-31",
                "/health",
                "/timeline",
                "/charts/factory-1.json",
                "/heatmaps/" + PASS + ".json",
                "/sites/here.geojson",
                "/editor?lang=ko",
                "/api"
            })
    void textIsTheSame(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(comparable(path, text(answer)))
                .isEqualTo(comparable(path, new String(expected(path), StandardCharsets.UTF_8)));
    }

    /** Without the version of the code, and without the times of alerts: the stack delivers the mails itself. */
    private static String comparable(String path, String text) {
        String same = text.replaceAll("\"[0-9.]+(-SNAPSHOT)?\"|development", "VERSION");
        return path.contains("alerts") ? same.replaceAll("\"datetime\":\"[^\"]*\"", "TIME") : same;
    }

    @Test
    void imagesAndClipsAreReturnedUnchanged() throws IOException, InterruptedException {
        HttpResponse<byte[]> map = send("GET", "/heatmaps/" + PASS + ".png?size=600", "", "Accept", "image/png");
        assertThat(map.statusCode()).as(text(map)).isEqualTo(200);
        assertThat(pixels(binary(map, PNG)))
                .as("rendered by the stack and here, possibly with other fonts")
                .isEqualTo(pixels(expected("/heatmaps/" + PASS + ".png?size=600")));
        HttpResponse<byte[]> kmz = send("GET", "/collections/observations/items?f=kml&limit=20", "");
        assertThat(binary(kmz, ZIP)).isEqualTo(expected("/collections/observations/items?f=kml&limit=20"));
        HttpResponse<byte[]> clip = send("GET", "/clips/" + PASS + ".tif", "");
        assertThat(binary(clip, CLIP)).isEqualTo(CLIP);
        assertThat(clip.headers().firstValue("Content-Type").orElse("")).startsWith("image/tiff");
    }

    private static int[] pixels(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void aDeletedClipIsNotFound() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("GET", "/clips/LC09_116034_20130503.tif", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Mailbox.json(text(answer)).path("detail").asText()).contains("no longer available");
    }

    @Test
    void textIsCompressedIfTheClientAcceptsIt() throws IOException, InterruptedException {
        String path = "/collections/observations/items?limit=50";
        HttpResponse<byte[]> answer = send("GET", path, "", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        byte[] packed = binary(answer, new byte[] {0x1f, (byte) 0x8b});
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(expected(path));
    }

    @Test
    void headAndConditionalRequestsReturnNoBody() throws IOException, InterruptedException {
        String path = "/collections/facilities/items/here:factory-1";
        HttpResponse<byte[]> head = send("HEAD", path, "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        String tag = send("GET", path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        HttpResponse<byte[]> again = send("GET", path, "", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aSearchMayBePosted() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(
                "POST", "/search", "{\"collections\": [\"scenes\"], \"limit\": 2}", "Content-Type", "application/json");
        JsonNode asked =
                Mailbox.json(new String(expected("/search?collections=scenes&limit=2"), StandardCharsets.UTF_8));
        assertThat(json(answer).path("numberMatched").asInt()).isEqualTo(30);
        assertThat(json(answer).path("features")).isEqualTo(asked.path("features"));
    }

    @Test
    void aLocalServerShowsTheStack() throws IOException, InterruptedException {
        URI api = URI.create("%s/_aws/execute-api/%s/v1".formatted(cloud.endpoint(), stack.id("Api")));
        Access signed = Access.signed(
                LocalCloud.REGION, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        try (StackProxy proxy = new StackProxy(api, signed);
                LocalServer server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, proxy);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> landing = client.send(
                    HttpRequest.newBuilder(server.address()).build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode links = json(landing).path("links");
            assertThat(links)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(link -> assertThat(link.path("href").asText())
                            .startsWith(server.address().toString()));
            HttpResponse<byte[]> map = client.send(
                    HttpRequest.newBuilder(server.address().resolve("heatmaps/" + PASS + ".png?size=400"))
                            .header("Accept", "image/png")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(binary(map, PNG)).startsWith(PNG);
        }
    }

    @Test
    void invalidRequestsReturnTheReason() throws IOException, InterruptedException {
        HttpResponse<byte[]> wrong = send("GET", "/collections/facilities/items?bbox=1,2", "");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Mailbox.json(text(wrong)).path("parameter").asText()).isEqualTo("bbox");
        assertThat(send("GET", "/collections/facilities/items/here:nobody", "").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", "/collections", "").statusCode()).isEqualTo(405);
    }

    @Test
    void theCommandsShowWhatTheStackPublished() throws IOException, InterruptedException {
        JsonNode observations = Mailbox.json(command("history", "--format", "json"));
        assertThat(observations).isNotEmpty();
        assertThat(observations)
                .extracting(observation -> observation.path("acquisition").asText())
                .contains(PASS);
        JsonNode published = json(send("GET", "/collections/observations/items?datetime=2013-04-25&limit=100", ""));
        JsonNode observation = published.at("/features/0/properties");
        assertThat(observations)
                .filteredOn(one -> one.path("acquisition").asText().equals(PASS)
                        && one.path("facility")
                                .asText()
                                .equals(observation.path("facility").asText()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("effectiveKelvin")).isEqualTo(observation.path("effectiveKelvin"));
                    assertThat(one.path("score")).isEqualTo(observation.path("score"));
                });
        assertThat(command("history")).contains("as of ");
        assertThat(command("hotspots", "--format", "csv")).contains("acquisition");
        assertThat(command("alerts")).contains("activity");
        Path file = folder.resolve("observations.csv");
        command("export", "--format", "csv", "-o", file);
        assertThat(Files.readString(file)).contains(PASS);
    }

    /** Returns the output of a command that reads this stack. */
    private static String command(String name, Object... options) throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of(name, "--stack", "api"));
        arguments.addAll(List.of(options));
        CommandLine run = CommandLine.run(
                Map.of(
                        "AWS_ENDPOINT_URL",
                        cloud.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test"),
                "",
                arguments.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }
}
