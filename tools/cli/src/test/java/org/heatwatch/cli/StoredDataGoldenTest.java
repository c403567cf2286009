package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.Request;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoNotificationTimes;
import org.heatwatch.aws.DynamoSiteClock;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.clip.Clip;
import org.heatwatch.golden.Golden;
import org.heatwatch.golden.Tolerance;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.SentMail;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.run.SiteClock;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A store that an earlier version wrote has the same content today. If a format change is intended, the error must name
 * the one command that converts the store from its clips, and this class tests that command instead.
 */
final class StoredDataGoldenTest {
    @TempDir
    private static Path folder;

    private static LocalStore store;
    private static Map<String, Object> rest = Map.of();

    @BeforeAll
    static void open() {
        Yard.in(folder);
        Yard.inTable(folder, client -> rest = rest(client));
        store = LocalStore.open(folder);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theStoreContainsEveryKindOfItem() {
        assertThat(Yard.items().stream()
                        .map(item -> Yard.key(item).replaceAll("#[^ ]*", ""))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "announcement marker",
                        "history facility",
                        "history map",
                        "history passes",
                        "mail activity",
                        "mail digest",
                        "mail stale",
                        "mail suspect",
                        "site backfill",
                        "site clock",
                        "site definition",
                        "site heard",
                        "site intake",
                        "site latest",
                        "site samples",
                        "site scene",
                        "sites site",
                        "undelivered activity",
                        "undelivered digest");
    }

    @Test
    void scenesAndTheirSamplesAreRead() {
        Map<String, Object> scenes = new TreeMap<>();
        for (SampledScene sampled : store.ledger().sampledScenes(Yard.ID)) {
            Map<String, Object> scene = scene(sampled.scene());
            sampled.samples().ifPresent(samples -> scene.put("samples", samples(sampled, samples)));
            scenes.put(sampled.scene().acquisition().id(), scene);
        }
        Golden.file("store/scenes.json").holdsIn(scenes);
    }

    private static Map<String, Object> scene(SceneRecord record) {
        Map<String, Object> scene = new LinkedHashMap<>();
        scene.put("product", record.product().id());
        scene.put("boundsVersion", record.boundsVersion());
        scene.put("samplerVersion", record.extractionVersion());
        scene.put("acquiredAt", record.acquiredAt().toString());
        scene.put("pass", record.pass().toString());
        scene.put("clearFraction", record.clearFraction());
        scene.put("tau", record.transmittance().tau());
        scene.put("tauSource", record.transmittance().source().toString());
        scene.put(
                "radiometry",
                List.of(
                        record.radiometry().multiplier(),
                        record.radiometry().offset(),
                        record.radiometry().k1(),
                        record.radiometry().k2()));
        scene.put("radiancePerCount", record.radiancePerCount());
        scene.put("flags", record.flags().stream().map(Enum::toString).toList());
        scene.put("clipKey", record.clipKey());
        switch (record.grid()) {
            case SampledGrid.Resolved(var grid, var residual) -> {
                scene.put(
                        "grid",
                        List.of(
                                grid.geometry().rotationDegrees(),
                                grid.geometry().acrossMetres(),
                                grid.geometry().alongMetres(),
                                grid.geometry().shear(),
                                grid.phaseAcross(),
                                grid.phaseAlong(),
                                grid.originEast(),
                                grid.originNorth()));
                scene.put("residual", residual);
            }
            case SampledGrid.Unresolved(var reason) -> scene.put("unresolved", reason);
        }
        return scene;
    }

    /** The number of samples, and sums that show that each has its value and position. */
    private static Map<String, Object> samples(SampledScene sampled, StoredSamples samples) {
        var placed = sampled.nativeSamples().orElseThrow();
        double sum = 0;
        double east = 0;
        double north = 0;
        for (int i = 0; i < samples.count(); i++) {
            sum += samples.radiance(i);
            east += samples.radiance(i) * (placed.east(i) - 290_000);
            north += samples.radiance(i) * (placed.north(i) - 4_200_000);
        }
        return Map.of(
                "count",
                samples.count(),
                "meanRadiance",
                sum / samples.count(),
                "centre",
                List.of(east / sum, north / sum));
    }

    @Test
    void outcomesOfProductsAreRead() {
        Map<String, Object> outcomes = new TreeMap<>();
        store.ledger()
                .intake(Yard.ID)
                .forEach(intake -> outcomes.put(
                        intake.product().id(),
                        switch (intake.outcome()) {
                            case IntakeOutcome.Recorded _ -> "recorded";
                            case IntakeOutcome.Superseded(var by) -> "superseded by " + by.id();
                            case IntakeOutcome.NotOurs(var reason) -> "not ours: " + reason;
                            case IntakeOutcome.Unreadable(var reason) -> "unreadable: " + reason;
                        }));
        Golden.file("store/outcomes.json").holdsIn(outcomes);
    }

    @Test
    void everyVersionOfTheSiteIsRead() {
        assertThat(store.ledger().sites()).extracting(SiteDefinition::siteId).containsExactly(Yard.ID);
        SiteDefinition now = store.ledger().site(Yard.ID).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.boundsVersion()).isEqualTo(1);
        assertThat(now.author()).isEqualTo("maintainers");
        assertThat(now.site()).isEqualTo(SiteFile.read(Yard.SITE));
        SiteDefinition first = store.ledger().site(Yard.ID, 1).orElseThrow();
        assertThat(first.site().feature("mill").orElseThrow().name()).isEqualTo("The mill");
        assertThat(store.ledger().site(Yard.ID, 2)).contains(now);
    }

    @Test
    void announcementsAreRead() {
        Map<String, Object> markers = new TreeMap<>();
        store.outbox().announcementRecords(Yard.ID).forEach(marker -> markers.put(marker.key(), marker(marker)));
        Map<String, Object> announced = new LinkedHashMap<>();
        announced.put("markers", markers);
        var last = store.outbox().lastRun(Yard.ID).orElseThrow();
        announced.put("siteVersion", last.siteVersion());
        announced.put("through", last.through().toString());
        announced.put("asOf", last.asOf().toString());
        announced.put("run", last.run());
        announced.put(
                "undelivered",
                store.outbox().undelivered(Yard.ID).stream()
                        .map(StoredDataGoldenTest::name)
                        .toList());
        Map<String, Object> mails = new TreeMap<>();
        store.outbox().mails(Yard.ID).forEach(sent -> mails.put(name(sent.mail()), mail(sent)));
        announced.put("mails", mails);
        Golden.file("store/announced.json").holdsIn(announced);
    }

    private static Map<String, Object> marker(AnnouncementRecord marker) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("subject", marker.subject());
        members.put("topic", marker.topic().toString());
        members.put("episode", marker.episode().toString());
        members.put("date", marker.date().toString());
        members.put("told", marker.announced());
        members.put("stands", marker.valid());
        members.put("revision", marker.revision());
        marker.place().ifPresent(place -> members.put("place", List.of(place.east(), place.north())));
        return members;
    }

    private static String name(Mail mail) {
        return mail.kind().code() + " " + mail.run();
    }

    private static Map<String, Object> mail(SentMail sent) {
        Map<String, Object> members = new LinkedHashMap<>();
        Mail mail = sent.mail();
        members.put("asOf", mail.asOf().toString());
        members.put("subject", mail.subject());
        members.put("text", mail.text().lines().toList());
        members.put("json", parsed(mail.json()));
        members.put("severity", mail.severity());
        members.put("confidence", mail.confidence());
        members.put("subjects", mail.subjects());
        members.put("deliveredAt", sent.deliveredAt().map(Object::toString).orElse("never"));
        return members;
    }

    private static Object parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read through the API, whose names are pinned: manifest, parts of histories and mails. */
    @ParameterizedTest
    @ValueSource(strings = {"facilities", "observations", "hotspots", "alerts", "scenes"})
    void publicationsAreServed(String collection) {
        Golden.file("store/" + collection + ".csv")
                .within(Tolerance.DEGREES, "longitude", "latitude")
                .holdsInTable(text(get("/collections/" + collection + "/items", "f=csv&limit=1000")));
    }

    @Test
    void theHeatMapOfAPassIsServed() {
        Golden.file("store/heatmap.json")
                .within(Tolerance.DEGREES, "/samples/corners/**")
                .holdsIn(parsed(text(get("/heatmaps/LC08_116034_20230122.json", ""))));
    }

    private static byte[] get(String path, String query) {
        HeatWatchApi api = new HeatWatchApi(store.sources(), fault -> {
            throw new AssertionError(fault);
        });
        Request request = Request.encoded("GET", path, query, Map.of(), new byte[0], "https://watch.example")
                .orElseThrow();
        return api.answer(request).body();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void clipsAreRead() {
        String key = store.ledger().scenes(Yard.ID).stream()
                .filter(scene -> scene.product().id().equals(Yard.LEVEL_2))
                .findFirst()
                .orElseThrow()
                .clipKey();
        byte[] bytes = store.clips().get(key).orElseThrow();
        Clip clip = new ClipTiff().decode(key, bytes);
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("product", clip.product().id().id());
        read.put("columns", clip.image().columns());
        read.put("rows", clip.image().rows());
        read.put("west", clip.image().west());
        read.put("north", clip.image().north());
        read.put("clearFraction", clip.clearFraction());
        Golden.file("store/clip.json").holdsIn(read);
        assertThat(get("/clips/LC08_116034_20230122.tif", "")).isEqualTo(bytes);
    }

    /** Items that only a deployed stack writes. */
    @Test
    void theOtherItemsAreRead() {
        Golden.file("store/rest.json").holdsIn(rest);
    }

    private static Map<String, Object> rest(DynamoDbClient client) {
        var backfill = new DynamoBackfills(new LedgerTable(client, Yard.TABLE))
                .latest(Yard.ID)
                .orElseThrow();
        var heard = new DynamoNotificationTimes(new LedgerTable(client, Yard.TABLE))
                .lastNotification(Yard.ID)
                .orElseThrow();
        SiteClock real = _ -> {
            throw new AssertionError("the clock of this site stands");
        };
        LocalDate today =
                new DynamoSiteClock(new LedgerTable(client, Yard.TABLE), real).today(SiteFile.read(Yard.SITE));
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("backfillBegunAt", backfill.begunAt().toString());
        read.put("backfillProducts", backfill.products());
        read.put("heardAt", heard.toString());
        read.put("clock", today.toString());
        return read;
    }
}
