package org.heatwatch.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.report.SourceTable;
import org.heatwatch.pictures.ActivityChart;
import org.heatwatch.pictures.CompositePicture;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Site;
import org.heatwatch.source.SiteSources;
import org.heatwatch.story.SimulatedStory;

/**
 * Results of the site without outlines.
 *
 * @param source the site and its data
 * @param published its publication
 */
public record BlindReport(SiteSource source, PublishedSite published) {

    /** Reads the publication of a site. */
    public static BlindReport of(SiteSource source) {
        return new BlindReport(source, source.published());
    }

    /**
     * Prints the heat sources, and which hot buildings of the story they are.
     *
     * @param truth the site of the story, with true outlines
     */
    public void print(SimulatedStory story, Site truth, PrintWriter out) {
        source.printHead(published, out);
        SiteSources found = sources();
        SourceTable.printHead(found, out);
        out.println();
        SourceTable.print(found.sources(), published.site(), BlindRun::isHot, out);
        out.println();
        List<PassReport.Spot> spots = published.passes().getLast().hotSpots();
        FoundBuildings.of(story, truth, found.sources(), spots).print(out);
    }

    private SiteSources sources() {
        return published
                .sources()
                .orElseThrow(() -> new IllegalStateException("a site without outlines is published with its sources"));
    }

    /**
     * Draws the composite and the chart of the activity.
     *
     * @param width of the composite in pixels
     * @param files receives a row for each file
     */
    public void draw(DemoFolder folder, int width, Table files) {
        published.sourceMap().ifPresent(map -> {
            Output.write(folder.composite(), CompositePicture.png(map, width));
            files.row(folder.composite().toString(), "composite with the heat sources, without outlines");
        });
        String title = "%s, as known at the end of %s"
                .formatted(published.site().name(), published.asOf().orElseThrow());
        Output.write(folder.chart("activity"), ActivityChart.png(sources().activity(), title, published.disclaimer()));
        files.row(folder.chart("activity").toString(), "buildings in use by quarter, without outlines");
    }
}
