package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Outbox;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.pictures.CompositePicture;
import org.heatwatch.pictures.CompositeTiff;
import org.heatwatch.pictures.HeatMapPicture;
import org.heatwatch.pictures.PictureLanguage;
import org.heatwatch.publication.Manifest;
import org.heatwatch.web.Languages;
import org.heatwatch.web.WebFiles;

/**
 * The dashboard of a site with all its data as files for any web server. The files are named after the paths of the
 * API; clips of products are not among them.
 *
 * @param view the site, which was published
 * @param outbox holds the alerts
 * @param ledger holds the outcomes of products
 * @param address URL of the folder in which the files will be, with a trailing slash; empty if it is not known
 * @param now time by which the age of the data is measured
 */
public record StaticSite(PublishedSite view, Outbox outbox, Ledger ledger, Optional<URI> address, Instant now) {
    private static final int COMPOSITE_WIDTH = 1800;

    /**
     * Writes all files.
     *
     * @param files receives the path of each file, relative to the folder, and its content
     */
    public void write(BiConsumer<String, byte[]> files) {
        WebFiles.names()
                .forEach(name -> files.accept(
                        "web/" + WebFiles.version() + "/" + name,
                        WebFiles.find(name).orElseThrow()));
        for (String language : Languages.CODES) {
            files.accept(
                    StaticPage.file(language), WebResource.published(new StaticPage(view, language, now, address)));
        }
        files.accept("timeline.json", bytes(DataResource.timeline(view)));
        definition()
                .ifPresent(definition -> files.accept(
                        "sites/" + view.id() + ".geojson",
                        definition.textWithCurrentNames().getBytes(StandardCharsets.UTF_8)));
        missing(files);
        collections(files);
        files.accept(FeedResource.PATH.substring(1), feed());
        passes(files);
        charted().forEach(charted -> {
            String id = charted.feature().id();
            files.accept("charts/" + id + ".json", bytes(DataResource.chart(view, charted)));
            in(language -> files.accept(
                    StaticPage.marked("charts/" + id + ".svg", language.code()),
                    PicturesResource.chart(view, charted, language)));
        });
        view.sourceMap().ifPresent(map -> {
            in(language -> files.accept(
                    StaticPage.marked("composites/latest.png", language.code()),
                    CompositePicture.png(map, COMPOSITE_WIDTH, language)));
            files.accept("composites/latest.tif", CompositeTiff.encode(map.composite(), view.site()));
        });
        if (!view.activity().isEmpty()) {
            in(language -> files.accept(
                    StaticPage.marked("charts/activity.svg", language.code()),
                    SourcePicturesResource.svg(view, language).bytes()));
        }
    }

    /** The published version of the definition; empty if it is not recorded. */
    public Optional<SiteDefinition> definition() {
        return Stream.concat(
                        view
                                .manifest()
                                .map(Manifest::siteVersion)
                                .filter(version -> version > 0)
                                .flatMap(version -> ledger.site(view.id(), version))
                                .stream(),
                        ledger.site(view.id()).stream())
                .filter(definition -> definition.site().equals(view.site()))
                .findFirst();
    }

    private void missing(BiConsumer<String, byte[]> files) {
        List<MissingPass> passes = MissingPass.of(view, ledger, Optional.empty());
        files.accept("missing.json", bytes(StatusResource.json(view, passes)));
        files.accept("missing.csv", StatusResource.csv(view, passes));
    }

    private void collections(BiConsumer<String, byte[]> files) {
        for (Export.Collection collection : Export.Collection.values()) {
            for (Export.Format format : List.of(Export.Format.CSV, Export.Format.GEOJSON, Export.Format.KMZ)) {
                files.accept(
                        "collections/%s.%s".formatted(name(collection), name(format)),
                        Export.published(view, outbox, collection, format));
            }
        }
        for (String language : Languages.CODES) {
            files.accept(
                    StaticPage.marked("collections/alerts.geojson", language),
                    Export.publishedAlerts(view, outbox, language));
        }
    }

    /** Writes files in each language. */
    private static void in(Consumer<PictureLanguage> write) {
        Languages.CODES.stream().map(PictureLanguage::of).forEach(write);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The samples of each pass, and a picture of the latest that saw a facility. */
    private void passes(BiConsumer<String, byte[]> files) {
        view.passes()
                .forEach(pass -> files.accept(
                        "heatmaps/" + pass.acquisition() + ".json", bytes(DataResource.heatMap(view, pass))));
        view.latestObservedPass().ifPresent(pass -> {
            in(language -> {
                byte[] picture = HeatMapPicture.png(
                        view.heatMap(pass), HeatMapPicture.Quantity.EXCESS, StaticPage.CARD_WIDTH, language);
                files.accept(StaticPage.marked("heatmaps/" + pass.acquisition() + ".png", language.code()), picture);
                files.accept(StaticPage.marked(StaticPage.CARD, language.code()), picture);
            });
        });
    }

    private Stream<ChartedFacility> charted() {
        return Stream.concat(
                view.watched().stream().map(view::charted),
                view.heatSources().stream().flatMap(source -> view.chartedSource(source.id()).stream()));
    }

    private byte[] feed() {
        String page = address.map(URI::toString).orElse("") + StaticPage.file(Languages.CODES.getFirst());
        return AlertFeed.of(
                view,
                new AlertCollection(outbox),
                new AlertFeed.Links(
                        address.map(folder ->
                                folder.resolve(FeedResource.PATH.substring(1)).toString()),
                        page,
                        _ -> page));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
