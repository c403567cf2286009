package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.demo.BlindReport;
import org.heatwatch.cli.demo.BlindRun;
import org.heatwatch.cli.demo.BlindSite;
import org.heatwatch.cli.demo.DemoFolder;
import org.heatwatch.cli.demo.StoryRun;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.report.StateTable;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.SentMail;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.HistoryChart;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.store.LocalStore;
import org.heatwatch.story.Scenario;
import org.heatwatch.story.SimulatedStory;
import org.heatwatch.story.StoryForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Runs the Kaesong story on simulated scenes, with the code that runs in the cloud.",
        footer = {
            "",
            "The command publishes simulated products in a folder with the layout of the Landsat bucket, "
                    + "records and scores them, and delivers mail. The last pass is that of 2025-11-04. Results "
                    + "are kept in DIR/demo for other commands; the clock of that store is fixed at the last day of "
                    + "the story. A second run replaces them.",
            "",
            "The story is run twice: at a site with outlines, then at a site whose outlines are placeholders, where "
                    + "Heat Watch searches for heat sources.",
            "",
            "Examples:",
            "  heatwatch demo",
            "  heatwatch demo --full --data /tmp/heatwatch"
        })
final class DemoCommand extends HeatWatchCommand {
    private static final Path SCENARIO = Path.of("sites/scenarios/kaesong-story.yaml");
    private static final Path SHIPPED = Path.of("sites/kaesong.geojson");
    private static final int ALL_YEARS = 10;
    private static final int YEARS = 2;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--full",
            description = "All passes of 2013 to 2025, day and night, with every product: takes much longer.")
    private boolean full;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = out();
        DemoFolder folder = DemoFolder.emptied(data.path().resolve("demo"));
        Scenario scenario = Scenario.read(Installation.file(SCENARIO.toString()));
        try (LocalStore store = LocalStore.open(folder.root())) {
            Path siteFile = Installation.file("sites").resolve(scenario.siteFile());
            WatchedSite watched = SiteDefinitions.save(siteFile, store.ledger());
            SimulatedStory story = SimulatedStory.of(scenario, watched.site(), full ? StoryForm.FULL : StoryForm.QUICK);
            store.pin(story.lastDay());
            out.println(Output.SIMULATED);
            out.println();
            out.flush();
            StoryRun.of(story, watched.site().id(), folder.bucket(), store, out, err())
                    .run();
            out.println();
            SiteSource outlined = SiteSource.of(store, watched.site());
            printResults(outlined, store);
            BlindReport blind = runBlind(story, watched.site(), folder, store);
            drawAll(outlined.published(), blind, store, folder);
            printCommands(folder, blind.source().site().id());
            return 0;
        }
    }

    private void printResults(SiteSource source, LocalStore store) {
        PublishedSite published = source.published();
        PassReport last = published.passes().getLast();
        source.printHead(published, out());
        out().println("Pass " + last.acquisition() + ", " + last.product().tier());
        StateTable.print(out(), published, last.acquisition());
        out().println();
        out().println("Hot spots in this pass, detected without outlines");
        HotSpotsCommand.print(List.of(last), published.site(), out());
        out().println();
        printLatestMail(store, published.site().id());
    }

    private void printLatestMail(LocalStore store, String siteId) {
        latest(store, siteId).ifPresent(mail -> {
            out().println("Mail: " + mail.subject());
            mail.text().lines().forEach(line -> out().println("  | " + line));
            out().println();
        });
        out().flush();
    }

    private BlindReport runBlind(SimulatedStory story, Site outlined, DemoFolder folder, LocalStore store)
            throws InterruptedException {
        out().println("The same scenes without outlines");
        out().printf(
                        "All outlines of %s are placeholders. The same scenes are searched for heat sources:%n%n",
                        SHIPPED);
        out().flush();
        store.setDefaultSite(outlined.id());
        SiteDefinition blind = BlindSite.of(
                store.ledger().site(outlined.id()).orElseThrow(),
                SiteDefinitions.first(Installation.file(SHIPPED.toString())),
                SiteDefinitions.AUTHOR);
        BlindRun.of(story, blind, folder.bucket(), store, out(), err()).run();
        out().println();
        BlindReport report = BlindReport.of(SiteSource.of(store, blind.site()));
        report.print(story, outlined, out());
        out().println();
        printLatestMail(store, blind.siteId());
        return report;
    }

    private void drawAll(PublishedSite published, BlindReport blind, LocalStore store, DemoFolder folder) {
        PassReport last = published.passes().getLast();
        Table files = Table.of("file", "");
        Output.write(
                folder.heatMap(),
                HeatMapPicture.png(
                        published.heatMap(last), HeatMapPicture.Quantity.EXCESS, HeatMapCommand.DEFAULT_SIZE));
        files.row(folder.heatMap().toString(), "heat map of the pass");
        Output.write(folder.chart("all"), chart(published, published.watched(), ALL_YEARS));
        files.row(folder.chart("all").toString(), "histories of all facilities and controls");
        for (Feature feature : published.site().features(Role.FACILITY)) {
            Path file = folder.chart(feature.id());
            Output.write(file, chart(published, List.of(feature), YEARS));
            files.row(file.toString(), "history of " + feature.label());
        }
        blind.draw(folder, HeatMapCommand.DEFAULT_SIZE, files);
        files.row(store.mailFolder().toString(), "all mails that were sent");
        files.print(out());
        out().println();
    }

    private void printCommands(DemoFolder folder, String blindId) {
        Table commands = Table.of("command", "");
        String data = " --data " + folder.root();
        commands.row("heatwatch history amos" + data, "also: hotspots, alerts, heatmap, export");
        commands.row("heatwatch sources" + data + " --site " + blindId, "also: composite, activity");
        commands.row("heatwatch serve" + data, "dashboard and API for browsers, QGIS and notebooks");
        commands.print(out());
    }

    private static byte[] chart(PublishedSite published, List<Feature> features, int years) {
        LocalDate asOf = published.asOf().orElseThrow();
        return HistoryChart.png(
                features.stream().map(published::charted).toList(),
                asOf.minusYears(years),
                asOf,
                published.site().name(),
                published.disclaimer());
    }

    private static Optional<Mail> latest(LocalStore store, String siteId) {
        return store.outbox().mails(siteId).stream()
                .map(SentMail::mail)
                .filter(mail -> mail.kind() == Kind.ACTIVITY)
                .reduce((_, later) -> later);
    }
}
