package org.heatwatch.functions.clip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.heatwatch.aws.Event;
import org.heatwatch.aws.EventLog;
import org.heatwatch.clip.Clip;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.Archive;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Site;

/** In-memory stores and queues of the function. */
final class LocalIntake {
    static final String BUCKET = "usgs-landsat";
    static final int MAX_RECEIVE_COUNT = 5;
    static final Instant NOW = Instant.parse("2025-11-04T09:00:00Z");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Ledger ledger = Ledgers.inMemory();
    private final Map<String, byte[]> clips = new TreeMap<>();
    private final List<String> requestedSites = new ArrayList<>();
    private final Map<String, Instant> heard = new HashMap<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final ProductIntake intake;
    private boolean requestsFail;

    LocalIntake(Archive archive) {
        intake = new ProductIntake(archive, new ClipTiff(), new Clips(), new Remembering(), ledger, siteId -> {
            if (requestsFail) {
                throw new SourceUnavailable("the queue of sites", "no answer", "try again later");
            }
            requestedSites.add(siteId);
        });
    }

    /** An intake with a small site on path 116, row 34. */
    static LocalIntake watching(Archive archive) {
        LocalIntake world = new LocalIntake(archive);
        world.watch("here");
        return world;
    }

    void watch(String siteId) {
        ledger.putSite(SiteDefinition.first("""
                {"type": "FeatureCollection", "id": "%s", "name": "Site", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
                 "bounds": [126.617, 37.928, 126.623, 37.932],
                 "features": []}
                """.formatted(siteId), "test"));
    }

    private final class Clips implements ClipStore {
        @Override
        public void put(String key, byte[] bytes) {
            clips.put(key, bytes.clone());
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(clips.get(key));
        }
    }

    private final class Times implements NotificationTimes {
        @Override
        public void record(String siteId, Instant at) {
            heard.merge(siteId, at, (a, b) -> a.isAfter(b) ? a : b);
        }

        @Override
        public Optional<Instant> lastNotification(String siteId) {
            return Optional.ofNullable(heard.get(siteId));
        }
    }

    /** Extracts the samples of each clip only once, since they are deterministic. */
    private static final class Remembering implements SampleExtractor {
        private static final Map<Clip, Recovery> KNOWN = new ConcurrentHashMap<>();

        @Override
        public int version() {
            return SampleExtractor.current().version();
        }

        @Override
        public Recovery extract(Clip clip, Site site) {
            return KNOWN.computeIfAbsent(clip, _ -> SampleExtractor.current().extract(clip, site));
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** The recorded outcome of each product, by product id. */
    Map<String, String> recorded() {
        Map<String, String> outcomes = new TreeMap<>();
        for (IntakeRecord record : ledger.intake("here")) {
            outcomes.put(record.product().id(), record.outcome().getClass().getSimpleName());
        }
        return outcomes;
    }

    /** The products whose samples are in the ledger. */
    List<String> scenes() {
        return ledger.scenes("here").stream().map(scene -> scene.product().id()).toList();
    }

    Map<String, byte[]> clips() {
        return clips;
    }

    List<String> requestedSites() {
        return requestedSites;
    }

    /** Makes scoring requests fail, or succeed again. */
    void failRequests(boolean fail) {
        requestsFail = fail;
    }

    Optional<Instant> lastNotification() {
        return Optional.ofNullable(heard.get("here"));
    }

    NotificationProcessor processor(Consumer<NotificationResult> results) {
        return new NotificationProcessor(ledger, intake, BUCKET, MAX_RECEIVE_COUNT, new Times(), results);
    }

    /** The handler with in-memory stores. */
    ClipHandler handler() {
        EventLog log = new EventLog(new PrintStream(lines, true, UTF_8), () -> NOW, () -> "heatwatch");
        return new ClipHandler(processor(result -> log.write(new Event.Processed(result))), log);
    }

    /** Handles messages and returns the ids of those that failed. */
    List<String> handle(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(messages));
        return handler().process(event).getBatchItemFailures().stream()
                .map(failure -> failure.getItemIdentifier())
                .toList();
    }

    static SQSMessage message(String id, String body, int delivery) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(new HashMap<>(Map.of("ApproximateReceiveCount", Integer.toString(delivery))));
        message.setMessageAttributes(Map.of());
        return message;
    }

    static SQSMessage message(String id, String body) {
        return message(id, body, 1);
    }

    /** The lines logged since the previous call. */
    List<JsonNode> takeLines() throws JsonProcessingException {
        List<JsonNode> taken = new ArrayList<>();
        for (String line : lines.toString(UTF_8).lines().toList()) {
            taken.add(MAPPER.readTree(line));
        }
        lines.reset();
        return taken;
    }

    /** The outcomes counted since the previous call. */
    List<String> takeOutcomes() throws JsonProcessingException {
        return takeLines().stream().map(line -> line.path("outcome").asText()).toList();
    }
}
