package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.PeriodOptions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.history.AssumedReference;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.pictures.SourceMap;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.Period;
import org.heatwatch.source.SiteSources;
import org.heatwatch.source.SourcePipeline;

/**
 * The heat sources of a site, as published or computed for this command.
 *
 * @param map the composite in which they were found
 * @param asOf day of the publication or of the clock
 */
public record FoundSources(SiteSources sources, SourceMap map, LocalDate asOf) {
    /** Searching this many scenes takes seconds. */
    private static final int MANY_SCENES = 50;

    /**
     * Finds the heat sources of a period: those of the last publication if that is up to date and no period was given;
     * otherwise they are computed from the recorded scenes and not published.
     *
     * @param err receives a line before a search that takes time
     * @throws CommandFailure if there are too few scenes; the message says what to do
     */
    public static FoundSources of(SiteSource source, PeriodOptions options, PrintWriter err) {
        Optional<PublishedSite> current = source.upToDate();
        if (options.isDefault()) {
            Optional<FoundSources> published = current.flatMap(FoundSources::of);
            if (published.isPresent()) {
                return published.get();
            }
        }
        Scenes input = Scenes.of(source, current, options, err);
        List<HeatSource> known = source.last().map(PublishedSite::heatSources).orElse(List.of());
        Site site = input.site;
        return new SourcePipeline()
                .run(site, input.scenes, input.period, input.asOf, known)
                .map(report -> new FoundSources(
                        report.sources(),
                        new SourceMap(
                                site, report.composite(), report.sources().sources(), PublishedSite.disclaimer(site)),
                        input.asOf))
                .orElseThrow(input::missing);
    }

    /** The scenes that a period is computed from. */
    record Scenes(Site site, List<SampledScene> scenes, Optional<Period> period, LocalDate asOf) {

        static Scenes of(SiteSource source, Optional<PublishedSite> current, PeriodOptions options, PrintWriter err) {
            Site definition = current.map(PublishedSite::site).orElse(source.site());
            LocalDate today = source.today();
            Optional<Period> period = FoundSources.period(options, today);
            List<SampledScene> scenes = source.ledger().sampledScenes(definition.id());
            Site site = AssumedReference.of(definition, scenes);
            period.ifPresent(wanted -> rejectReference(site, wanted));
            if (scenes.size() > MANY_SCENES) {
                err.println("heatwatch: comparing %d scenes; this can take a minute".formatted(scenes.size()));
                err.flush();
            }
            return new Scenes(site, scenes, period, period.isPresent() ? today : options.lastDay(today));
        }

        CommandFailure missing() {
            return new CommandFailure(MissingComposite.reason(site, scenes, period, asOf));
        }
    }

    private static Optional<FoundSources> of(PublishedSite published) {
        return published
                .sources()
                .flatMap(sources -> published
                        .sourceMap()
                        .map(map ->
                                new FoundSources(sources, map, published.asOf().orElseThrow())));
    }

    private static Optional<Period> period(PeriodOptions options, LocalDate today) {
        try {
            return options.period(today);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--from, --to: " + e.getMessage());
        }
    }

    private static void rejectReference(Site site, Period period) {
        site.referencePeriods().stream()
                .filter(reference -> reference.contains(period.from()) && reference.contains(period.to()))
                .findFirst()
                .ifPresent(reference -> {
                    throw new CommandFailure("%s: is within the reference period %s/%s%s; give a later period"
                            .formatted(
                                    period,
                                    reference.from(),
                                    reference.to(),
                                    reference.kind() == ReferenceKind.IDLE ? ", in which nothing ran" : ""));
                });
    }

    /** The site. */
    public Site site() {
        return map.site();
    }
}
