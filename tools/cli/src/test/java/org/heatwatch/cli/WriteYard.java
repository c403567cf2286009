package org.heatwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.heatwatch.aws.DynamoBackfills;
import org.heatwatch.aws.DynamoNotificationTimes;
import org.heatwatch.aws.DynamoSiteClock;
import org.heatwatch.aws.LedgerTable;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.intake.Backfill;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.run.SiteRunner;
import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writes the store and the archive that the golden tests read, with this version of the code: items of the table,
 * clips, products. Only {@code -Dtest=WriteYard} runs it. Do not use it to replace a store that later code cannot read:
 * users with such a store cannot read it either.
 */
final class WriteYard {
    private static final int PIXELS = 80;
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 4);
    private static final int DORMANT = 20;
    private static final int DAYS_BETWEEN = 16;
    private static final LocalDate START = LocalDate.of(2023, 1, 14);
    private static final LocalDate SECOND = START.plusDays(8);
    private static final LocalDate THIRD = SECOND.plusDays(8);
    private static final LocalDate LAST = THIRD.plusDays(8);

    private final Site site = SiteFile.read(Yard.SITE);
    private final SceneSimulator ground = ground();
    private final Map<LocalDate, List<SimulatedProductName>> products = new TreeMap<>();

    @TempDir
    private Path folder;

    private static SceneSimulator ground() {
        SceneGrid whole = SceneGrid.kaesong();
        PixelWindow middle = whole.windowAround(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, PIXELS, PIXELS);
        SceneGrid scene =
                new SceneGrid(whole.epsg(), whole.east(middle.column()), whole.north(middle.row()), PIXELS, PIXELS);
        return SceneSimulator.at(scene, new PixelWindow(0, 0, PIXELS, PIXELS))
                .with(s -> s.withAtmosphere(Atmosphere.of(0.82)))
                .landscapeSeed(7)
                .prepared();
    }

    private double[][] outline(String id) {
        Coordinate[] corners = feature(id).footprint().utm().getCoordinates();
        double[][] polygon = new double[corners.length - 1][];
        for (int i = 0; i < polygon.length; i++) {
            polygon[i] = new double[] {corners[i].x, corners[i].y};
        }
        return polygon;
    }

    /** A heat source outside all outlines of the site. */
    private static double[][] heap() {
        double west = SceneGrid.KAESONG_EAST - 45;
        double south = SceneGrid.KAESONG_NORTH - 525;
        return new double[][] {{west, south}, {west + 90, south}, {west + 90, south + 90}, {west, south + 90}};
    }

    private Feature feature(String id) {
        return site.feature(id).orElseThrow();
    }

    private Path publish(
            SceneSimulator scene, long seed, LocalDate published, SimulatedProductName name, SceneFacts facts) {
        products.computeIfAbsent(published, _ -> new ArrayList<>()).add(name);
        return scene.satellite(name.satellite()).simulate(seed).write(folder.resolve("bucket"), name, facts);
    }

    private static SimulatedProductName level1(SimulatedSatellite satellite, LocalDate day, Tier tier) {
        return SimulatedProductName.level1(satellite, 116, 34, day, tier);
    }

    private static SimulatedProductName level2(SimulatedSatellite satellite, LocalDate day) {
        return SimulatedProductName.level2(satellite, 116, 34, day, Tier.T1);
    }

    private void publishAll() throws IOException {
        for (int i = 0; i < DORMANT; i++) {
            LocalDate day = FIRST.plusDays((long) DAYS_BETWEEN * i);
            SimulatedSatellite satellite = i % 3 == 2 ? SimulatedSatellite.LANDSAT_9 : SimulatedSatellite.LANDSAT_8;
            publish(ground, i + 1, day, level2(satellite, day), SceneFacts.day());
        }
        SceneSimulator warm = ground.excess(outline("mill"), 9).excess(heap(), 12);
        publish(ground, 101, START, level1(SimulatedSatellite.LANDSAT_9, START, Tier.T1), SceneFacts.day());
        publish(warm, 102, SECOND, level1(SimulatedSatellite.LANDSAT_8, SECOND, Tier.RT), SceneFacts.day());
        publish(warm, 102, SECOND.plusDays(3), level2(SimulatedSatellite.LANDSAT_8, SECOND), SceneFacts.day());
        publish(warm, 103, THIRD, level1(SimulatedSatellite.LANDSAT_9, THIRD, Tier.RT), SceneFacts.day());
        Coordinate office = feature("office").footprint().utm().getCentroid().getCoordinate();
        publish(
                warm.clouds(List.of(Cloud.blob(office.x, office.y, 150))),
                104,
                LAST,
                level1(SimulatedSatellite.LANDSAT_8, LAST, Tier.T1),
                SceneFacts.day());
        publish(
                ground.rotationPrior(SceneSimulator.NIGHT_ROTATION),
                105,
                LAST,
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 213, 210, LAST.minusDays(1), Tier.T1),
                SceneFacts.night());
        // Overcast, so that no grid is recovered.
        publish(
                ground.clouds(List.of(Cloud.rectangle(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, 9000, 9000))),
                106,
                LAST.plusDays(1),
                level1(SimulatedSatellite.LANDSAT_9, LAST.plusDays(1), Tier.T2),
                SceneFacts.day());
        SimulatedProductName broken = level1(SimulatedSatellite.LANDSAT_9, LAST.plusDays(2), Tier.T1);
        Path cut = publish(ground, 107, LAST.plusDays(2), broken, SceneFacts.day());
        Files.writeString(cut.resolve(broken.id() + "_B10.TIF"), "cut short");
    }

    private static void take(ProductIntake intake, WatchedSite watched, String product) {
        try {
            intake.take(ProductId.parse(product), watched, /* lastTry= */ true);
        } catch (ProductUnreadable e) {
            // Recorded as unreadable.
        }
    }

    @Test
    void writesTheStoreOfThisVersion() throws IOException {
        publishAll();
        Path data = folder.resolve("store");
        try (LocalStore store = LocalStore.open(data)) {
            String text = Files.readString(Yard.SITE);
            SiteDefinition first = SiteDefinition.first(text.replace("\"Mill\"", "\"The mill\""), "maintainers");
            store.ledger().putSite(first);
            WatchedSite watched = WatchedSite.of(first);
            ProductIntake intake = store.intake(store.archive(folder.resolve("bucket")));
            SiteRunner siteRunner = new SiteRunner(store.ledger(), store.outbox(), store.histories());
            products.forEach((day, names) -> {
                if (day.equals(START)) {
                    siteRunner.run(Yard.ID, START.minusDays(1));
                    store.ledger().putSite(first.next(text, "maintainers"));
                }
                names.forEach(name -> take(intake, watched, name.id()));
                if (!day.isBefore(START)) {
                    siteRunner.run(Yard.ID, day);
                }
            });
            take(intake, watched, "LC08_L2SR_116034_20230207_20230210_02_T1");
            siteRunner.run(Yard.ID, Yard.TODAY);
            deliverAllButTwo(store);
        }
        Yard.inTable(data, client -> {
            noteTheRest(client);
            Yard.write(client);
        });
        keepClipAndProducts(data);
    }

    /** The last mail stays undelivered, the one before it is claimed. */
    private static void deliverAllButTwo(LocalStore store) {
        List<Mail> mails = store.outbox().undelivered(Yard.ID);
        mails.subList(0, mails.size() - 2).forEach(mail -> store.outbox().delivered(mail, noon(mail.asOf())));
        Mail claimed = mails.get(mails.size() - 2);
        store.outbox().claim(claimed, noon(claimed.asOf()));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** Further items in the table of a deployed stack. */
    private void noteTheRest(DynamoDbClient client) {
        new DynamoNotificationTimes(new LedgerTable(client, Yard.TABLE)).record(Yard.ID, noon(Yard.TODAY));
        new DynamoBackfills(new LedgerTable(client, Yard.TABLE))
                .keep(
                        Yard.ID,
                        new Backfill(Set.of("LC08_L2SP_116034_20220104_20220111_02_T1"), noon(START.minusDays(1))));
        new DynamoSiteClock(new LedgerTable(client, Yard.TABLE), _ -> Yard.TODAY).set(site, Yard.TODAY);
    }

    private void keepClipAndProducts(Path data) throws IOException {
        for (String id : Yard.CLIPS) {
            String key = new WatchedSite(site, 1).clipKey(ProductId.parse(id));
            Path kept = Yard.FOLDER.resolve(key);
            Files.createDirectories(kept.resolveSibling(""));
            Files.copy(data.resolve("s3/heatwatch-clips").resolve(key), kept, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String id : Yard.PRODUCTS) {
            String prefix = ProductId.parse(id).keyPrefix();
            Path kept = Yard.BUCKET.resolve(prefix);
            Files.createDirectories(kept);
            try (Stream<Path> files = Files.list(folder.resolve("bucket").resolve(prefix))) {
                for (Path file : files.filter(WriteYard::isKept).toList()) {
                    Files.copy(file, kept.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Metadata of one product as JSON and of the other as text; only the bands that are read. */
    private static boolean isKept(Path file) {
        String name = file.getFileName().toString();
        return !name.equals(Yard.REAL_TIME + "_MTL.json")
                && !name.equals(Yard.LEVEL_2 + "_MTL.txt")
                && !name.matches(".*_ST_(CDIST|EMSD|QA)\\.TIF");
    }
}
