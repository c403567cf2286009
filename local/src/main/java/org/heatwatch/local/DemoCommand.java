package org.heatwatch.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.SentMail;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.local.story.Scenario;
import org.heatwatch.local.story.Story;
import org.heatwatch.local.story.StoryForm;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.HistoryChart;
import org.heatwatch.site.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Tells the story of Kaesong on simulated scenes, by the code that runs in the cloud.",
        mixinStandardHelpOptions = true,
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
final class DemoCommand implements Callable<Integer> {
    private static final Path SCENARIO = Path.of("scenarios/kaesong-story.yaml");
    private static final int ALL_YEARS = 10;
    private static final int YEARS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--full",
            description = "All of 2013 to 2025, day and night, with every product of each pass: takes far longer.")
    private boolean full;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
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
            new StoryRun(
                            story,
                            watched.site().id(),
                            folder.bucket(),
                            store,
                            out,
                            spec.commandLine().getErr())
                    .run();
            out.println();
            end(ToldSite.of(watched.site(), store), store, folder);
            return 0;
        }
    }

    private void end(ToldSite told, LocalStore store, DemoFolder folder) {
        PrintWriter out = spec.commandLine().getOut();
        SceneCheck last = told.history().scenes().getLast();
        told.printHead(out);
        List<RoofHistory> watched = HistoryCommand.watched(told);
        out.println("The pass " + last.product().acquisition() + ", "
                + last.product().tier());
        StandingTable.print(out, watched, last.product().acquisition());
        out.println();
        out.println("Hot spots of it, found without outlines");
        HotSpotTable.print(out, HotSpotRow.of(last, told.site()), told.site());
        out.println();
        latest(store, told.site().id()).ifPresent(mail -> {
            out.println("Mail: " + mail.subject());
            mail.text().lines().forEach(line -> out.println("  | " + line));
            out.println();
        });
        Table files = new Table("file", "");
        Output.write(folder.heatMap(), told.heatMap(last, HeatMapPicture.Quantity.EXCESS, HeatMapCommand.USUAL_SIZE));
        files.row(folder.heatMap().toString(), "heat map of the pass");
        Output.write(folder.chart("all"), chart(told, watched, ALL_YEARS));
        files.row(folder.chart("all").toString(), "all histories");
        for (RoofHistory roof : watched) {
            if (roof.feature().role() == Role.FACILITY) {
                Path file = folder.chart(roof.feature().id());
                Output.write(file, chart(told, List.of(roof), YEARS));
                files.row(file.toString(), "history of " + roof.feature().label());
            }
        }
        files.row(store.mailFolder().toString(), "every mail that was sent");
        files.print(out);
        out.println();
        out.printf("heatwatch history amos --data %s     # also: hotspots, alerts, heatmap, export%n", folder.root());
        out.printf(
                "heatwatch serve --data %s            # the same for a browser, QGIS and notebooks%n", folder.root());
    }

    private static byte[] chart(ToldSite told, List<RoofHistory> roofs, int years) {
        return HistoryChart.png(
                roofs.stream().map(ToldSite::charted).toList(),
                told.history().asOf().minusYears(years),
                told.history().asOf(),
                told.site().name(),
                told.notice());
    }

    private static Optional<Mail> latest(LocalStore store, String siteId) {
        return store.outbox().mails(siteId).stream()
                .map(SentMail::mail)
                .filter(mail -> mail.kind() == Kind.ACTIVITY)
                .reduce((_, later) -> later);
    }
}
