package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.cli.options.PeriodConverter;
import org.heatwatch.cli.options.PositionConverter;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.site.plan.OutlineFileReader;
import org.heatwatch.site.plan.PlannedPeriod;
import org.heatwatch.site.plan.PlannedSite;
import org.heatwatch.site.plan.SitePlanner;
import org.heatwatch.site.plan.SiteRequest;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "new",
        description = {
            "Writes the definition of a new site: its bounds, zone, and every path and row that shows it by day and by"
                    + " night, computed from the orbit.",
            "Building outlines come from a file of OpenStreetMap, Overture or Microsoft (docs/new-site.md)."
        },
        footer = {
            "",
            "Examples:",
            "  heatwatch sites new --name \"Steel works\" --at 47.86,35.16 --radius 2.5",
            "  heatwatch sites new --name Works --outline border.geojson --buildings osm.geojson"
        })
final class SitesNewCommand extends HeatWatchCommand {
    private static final double METRES = 1000;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Name of the site for people.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--at",
            paramLabel = "LAT,LON",
            converter = PositionConverter.class,
            description = "Centre in degrees, the latitude first: 47.86,35.16. Required without --outline.")
    private @Nullable Coordinate at;

    @ArgGroup
    private @Nullable Extent extent;

    /** The area whose buildings are judged. */
    private static final class Extent {
        @Option(
                names = "--radius",
                paramLabel = "KM",
                description = "Radius of the area whose buildings are judged, in km; default: 2.")
        private @Nullable Double radius;

        @Option(
                names = "--outline",
                paramLabel = "FILE",
                description = "Outline of that area (GeoJSON polygon), in place of a radius.")
        private @Nullable Path outline;
    }

    @Option(
            names = "--buildings",
            paramLabel = "FILE",
            description = "Building outlines (GeoJSON or GeoJSON lines). Those of 900 m2 or more become features.")
    private @Nullable Path buildings;

    @Option(names = "--id", paramLabel = "ID", description = "Id of the site; default: derived from its name.")
    private @Nullable String id;

    @Option(
            names = "--idle",
            paramLabel = "FROM/TO",
            converter = PeriodConverter.class,
            description = "Reference period in which nothing ran, such as 2016-03-01/2020-05-31; repeatable.")
    private List<PlannedPeriod> idle = new ArrayList<>();

    @Option(
            names = "--operating",
            paramLabel = "FROM/TO",
            converter = PeriodConverter.class,
            description = "Reference period in which the site operated; repeatable. With no reference period, the first"
                    + " two years of scenes are taken.")
    private List<PlannedPeriod> operating = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write; default: ID.geojson. An existing file is not replaced.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        SitePlanner planner = new SitePlanner(request());
        PlannedSite plan = buildings == null
                ? planner.withoutBuildings()
                : planner.withBuildings(OutlineFileReader.read(buildings, planner.area()));
        Path file = output == null ? Path.of(plan.site().id() + ".geojson") : output;
        if (Files.exists(file)) {
            throw new CommandFailure(file + " exists; name another file with -o, or remove it");
        }
        Files.writeString(file, plan.text());
        print(plan, file);
        return 0;
    }

    private SiteRequest request() {
        Optional<Geometry> outline =
                Optional.ofNullable(extent).map(given -> given.outline).map(OutlineFileReader::readOutline);
        Optional<Coordinate> centre = Optional.ofNullable(at)
                .or(() -> outline.map(geometry -> geometry.getCentroid().getCoordinate()));
        if (centre.isEmpty()) {
            throw new CommandFailure("the position is missing; give --at LAT,LON or --outline FILE");
        }
        double radius =
                extent == null || extent.radius == null ? SiteRequest.USUAL_RADIUS_METRES : extent.radius * METRES;
        List<PlannedPeriod> reference = new ArrayList<>(idle);
        operating.forEach(
                period -> reference.add(new PlannedPeriod(period.from(), period.to(), /* operating= */ true)));
        return new SiteRequest(
                name,
                Optional.ofNullable(id),
                centre.get().x,
                centre.get().y,
                radius,
                outline,
                extent == null || extent.outline == null ? "" : String.valueOf(extent.outline.getFileName()),
                reference);
    }

    private void print(PlannedSite plan, Path file) {
        PrintWriter out = out();
        out.printf("%s (%s) written to %s%n", plan.site().id(), plan.site().name(), file);
        plan.report().forEach(line -> out.println("  " + line));
        if (plan.imported().isEmpty()) {
            out.println("  buildings: none given; heat sources are searched inside the outline."
                    + " docs/new-site.md describes how to get outlines");
        }
        out.printf("Next: ./heatwatch sites check %s%n", file);
    }
}
