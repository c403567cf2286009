package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.SentMail;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.HistoryChart;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.store.LocalStore;
import org.heatwatch.story.Scenario;
import org.heatwatch.story.Story;
import org.heatwatch.story.StoryForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Tells the story of Kaesong on simulated scenes, by the code that runs in the cloud.",
        footer = {
            "",
            "Products are published in a folder that stands for the Landsat bucket, taken in, scored and announced. Ends with",
            "the pass of 2025-11-04. Everything is kept in DIR/demo, where other commands find it; its clock stands still on",
            "the story's last day. A second run starts anew.",
            "",
            "Examples:",
            "  heatwatch demo",
            "  heatwatch demo --full --data /tmp/heatwatch"
        })
final class DemoCommand extends HeatWatchCommand {
    private static final Path SCENARIO = Path.of("sites/scenarios/kaesong-story.yaml");
    private static final int ALL_YEARS = 10;
    private static final int YEARS = 2;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--full",
            description = "All of 2013 to 2025, day and night, with every product of each pass: takes far longer.")
    private boolean full;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = out();
        DemoFolder folder = DemoFolder.emptied(data.path().resolve("demo"));
        Scenario scenario = Scenario.read(Installation.file(SCENARIO.toString()));
        try (LocalStore store = LocalStore.open(folder.root())) {
            Path siteFile = Installation.file("sites").resolve(scenario.siteFile());
            WatchedSite watched = SiteDefinitions.save(siteFile, store.ledger());
            Story story = Story.of(scenario, watched.site(), full ? StoryForm.FULL : StoryForm.QUICK);
            store.pin(story.lastDay());
            out.println(Output.SIMULATED);
            out.println();
            out.flush();
            new StoryRun(story, watched.site().id(), folder.bucket(), store, out, err()).run();
            out.println();
            end(SiteSource.of(store, watched.site()), store, folder);
            return 0;
        }
    }

    private void end(SiteSource source, LocalStore store, DemoFolder folder) {
        PublishedSite published = source.published();
        PassReport last = published.passes().getLast();
        source.printHead(published, out());
        out().println("The pass " + last.acquisition() + ", " + last.product().tier());
        StandingTable.print(out(), published, last.acquisition());
        out().println();
        out().println("Hot spots of it, found without outlines");
        HotSpotsCommand.print(List.of(last), published.site(), out());
        out().println();
        latest(store, published.site().id()).ifPresent(mail -> {
            out().println("Mail: " + mail.subject());
            mail.text().lines().forEach(line -> out().println("  | " + line));
            out().println();
        });
        Table files = new Table("file", "");
        Output.write(
                folder.heatMap(),
                HeatMapPicture.png(published.heatMap(last), HeatMapPicture.Quantity.EXCESS, HeatMapCommand.USUAL_SIZE));
        files.row(folder.heatMap().toString(), "heat map of the pass");
        Output.write(folder.chart("all"), chart(published, published.watched(), ALL_YEARS));
        files.row(folder.chart("all").toString(), "all histories");
        for (Feature feature : published.site().features(Role.FACILITY)) {
            Path file = folder.chart(feature.id());
            Output.write(file, chart(published, List.of(feature), YEARS));
            files.row(file.toString(), "history of " + feature.label());
        }
        files.row(store.mailFolder().toString(), "every mail that was sent");
        files.print(out());
        out().println();
        out().printf("heatwatch history amos --data %s     # also: hotspots, alerts, heatmap, export%n", folder.root());
        out().printf(
                        "heatwatch serve --data %s            # the same for a browser, QGIS and notebooks%n",
                        folder.root());
    }

    private static byte[] chart(PublishedSite published, List<Feature> features, int years) {
        LocalDate asOf = published.asOf().orElseThrow();
        return HistoryChart.png(
                features.stream().map(published::charted).toList(),
                asOf.minusYears(years),
                asOf,
                published.site().name(),
                published.notice());
    }

    private static Optional<Mail> latest(LocalStore store, String siteId) {
        return store.outbox().mails(siteId).stream()
                .map(SentMail::mail)
                .filter(mail -> mail.kind() == Kind.ACTIVITY)
                .reduce((_, later) -> later);
    }
}
