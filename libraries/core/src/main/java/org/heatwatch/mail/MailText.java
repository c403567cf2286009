package org.heatwatch.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.Kind;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.HeatChange;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Site;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The data of the template of mails: plain text in short lines and blocks, because tables do not fit on phones. The
 * template omits a block whose member is empty, null or false.
 *
 * @param passes lines about the passes of a digest
 * @param weekChanges lines about the changes of a digest
 * @param places hot spots outside all features
 * @param sources heat sources of the composite, by topic and change
 * @param activity sentences about the buildings in use in a quarter, in a digest
 * @param placeholders number of facilities without a known location; null if there are none
 * @param isTwoSided whether facilities are compared with a time that was not known to be idle
 * @param reference with what they are compared then
 */
record MailText(
        String headline,
        boolean simulated,
        String site,
        @Nullable PassLines pass,
        boolean isDigest,
        List<String> passes,
        List<String> weekChanges,
        List<Change> changes,
        List<Places> places,
        List<Sources> sources,
        List<String> activity,
        List<String> others,
        List<String> controls,
        @Nullable Spots hotSpots,
        List<String> notSeen,
        boolean isProvisional,
        boolean isRealTime,
        boolean isUnverified,
        @Nullable Long placeholders,
        boolean isTwoSided,
        @Nullable String reference,
        LocalDate asOf) {

    private static final int MOST_HOT_SPOTS = 12;
    private static final Map<String, Template> TEMPLATES = MailLanguage.codes().stream()
            .collect(Collectors.toMap(
                    Function.identity(), code -> template(MailLanguage.of(code).template())));

    record PassLines(String time, ProductId product) {}

    /** @param heat how much heat the facility lost or gained since its reference period, if it is LOWER or HIGHER */
    record Change(
            String name,
            String change,
            @Nullable Measured measured,
            @Nullable String heat,
            boolean isProvisional) {}

    record Measured(String excess, String score, String confidence) {}

    record Places(boolean isWithdrawn, List<Position> positions) {}

    /** @param more number of sources that are not listed */
    record Sources(
            String title, List<SourceLines> list, @Nullable Integer more) {}

    /** @param lines after the place */
    record SourceLines(String place, List<String> lines, String map) {}

    /** @param map URL of a map */
    record Position(String position, String map) {}

    /** @param more number of spots that are not listed */
    record Spots(
            int count,
            @Nullable Share partlyJudged,
            List<Spot> spots,
            @Nullable Integer more) {}

    record Share(String percent) {}

    /** @param strength in K m2, like its error */
    record Spot(
            Position at,
            String positionError,
            String strength,
            String strengthError,
            @Nullable Near nearest) {}

    record Near(String metres, String name) {}

    static String of(MailFacts facts, MailLanguage language) {
        return Objects.requireNonNull(TEMPLATES.get(language.code())).execute(text(facts, language));
    }

    private static Template template(String name) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MailText.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(false).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the template of mails cannot be read", e);
        }
    }

    private static MailText text(MailFacts facts, MailLanguage language) {
        MailSentences words = new MailSentences(language);
        DigestSentences digest = new DigestSentences(language);
        Optional<SceneCheck> pass = facts.pass();
        boolean isDigest = facts.kind() == Kind.DIGEST;
        Optional<DigestPeriod> period = isDigest ? Optional.of(DigestPeriod.of(facts)) : Optional.empty();
        return new MailText(
                words.headline(facts),
                facts.site().presentation().simulated(),
                facts.site().presentation().name(language.code()),
                pass.map(p -> passLines(facts, p, words)).orElse(null),
                isDigest,
                period.stream()
                        .flatMap(w -> w.passes().stream().map(p -> digest.seen(w, p)))
                        .toList(),
                period.stream()
                        .flatMap(w -> w.changes().stream().map(digest::change))
                        .toList(),
                isDigest
                        ? List.of()
                        : facts.rows().stream()
                                .map(row -> change(facts, row, words))
                                .toList(),
                isDigest ? List.of() : places(facts),
                facts.sourceGroups().stream()
                        .map(group -> sources(group, words.ofSources()))
                        .toList(),
                period.stream()
                        .flatMap(w -> digest.activity(w, facts.sources()).stream())
                        .toList(),
                facts.others().stream()
                        .map(facility -> state(facts, facility, words))
                        .toList(),
                facts.controls().stream()
                        .map(facility -> state(facts, facility, words))
                        .toList(),
                pass.flatMap(SceneCheck::hotSpots)
                        .map(found -> spots(facts, found, words))
                        .orElse(null),
                pass.map(p -> notSeen(facts, p, words)).orElse(List.of()),
                facts.isProvisional(),
                pass.filter(p -> p.product().tier() == Tier.RT).isPresent(),
                facts.isUnverified(),
                facts.placeholders() > 0 ? facts.placeholders() : null,
                facts.isTwoSided(),
                facts.isTwoSided() ? words.reference(facts.compared()).orElse(null) : null,
                facts.history().asOf());
    }

    private static PassLines passLines(MailFacts facts, SceneCheck pass, MailSentences words) {
        return new PassLines(
                facts.time(pass)
                        .map(time ->
                                words.time(time, facts.site().presentation().timeZone()))
                        .orElse(pass.product().acquired().toString()),
                pass.product());
    }

    private static Change change(MailFacts facts, MailFacts.Row row, MailSentences words) {
        return new Change(
                words.label(row.facility().feature()),
                words.change(row),
                row.scored()
                        .map(scored -> new Measured(
                                words.excess(scored), scored.heat().shown(), words.confidence(scored.confidence())))
                        .orElse(null),
                HeatChange.of(row.facility(), facts.compared()).map(words::heat).orElse(null),
                row.isProvisional());
    }

    private static List<Places> places(MailFacts facts) {
        return facts.heatSourcesByChange().entrySet().stream()
                .map(entry -> new Places(
                        entry.getKey() == Announcement.Change.WITHDRAWN,
                        entry.getValue().stream()
                                .flatMap(announcement -> announcement.record().place().stream())
                                .map(place -> position(facts.site(), place.east(), place.north()))
                                .toList()))
                .toList();
    }

    private static Sources sources(MailFacts.SourceGroup group, SourceSentences words) {
        int unlisted = group.rows().size() - MOST_HOT_SPOTS;
        return new Sources(
                words.title(group),
                group.rows().stream()
                        .limit(MOST_HOT_SPOTS)
                        .map(row -> {
                            List<String> lines = words.lines(row);
                            return new SourceLines(
                                    lines.getFirst(),
                                    lines.subList(1, lines.size()),
                                    position(row.position()).map());
                        })
                        .toList(),
                unlisted > 0 ? unlisted : null);
    }

    private static String state(MailFacts facts, FeatureHistory facility, MailSentences words) {
        Optional<JudgedObservation.Outcome> outcome = facts.pass()
                .flatMap(pass -> facts.observation(facility, pass))
                .map(observation -> observation.outcome());
        return words.state(facility, outcome);
    }

    private static Spots spots(MailFacts facts, HotSpots found, MailSentences words) {
        int unlisted = found.spots().size() - MOST_HOT_SPOTS;
        return new Spots(
                found.spots().size(),
                found.observedShare() < 1 ? new Share(percent(found.observedShare())) : null,
                found.spots().stream()
                        .limit(MOST_HOT_SPOTS)
                        .map(spot -> spot(facts, spot, words))
                        .toList(),
                unlisted > 0 ? unlisted : null);
    }

    private static Spot spot(MailFacts facts, HotSpot spot, MailSentences words) {
        Optional<Near> nearest = facts.nearest(spot)
                .flatMap(near -> facts.site()
                        .feature(near.id())
                        .map(feature ->
                                new Near(String.format(Locale.ROOT, "%.0f", near.metres()), words.label(feature))));
        return new Spot(
                position(facts.site(), spot.east(), spot.north()),
                String.format(Locale.ROOT, "%.0f", spot.positionError()),
                String.format(Locale.ROOT, "%,.0f", spot.kelvinSquareMetres()),
                String.format(Locale.ROOT, "%,.0f", spot.kelvinSquareMetresError()),
                nearest.orElse(null));
    }

    private static List<String> notSeen(MailFacts facts, SceneCheck pass, MailSentences words) {
        Stream<String> facilities = facts.history().features().stream()
                .filter(facility -> facility.feature().mayBeNamed())
                .flatMap(facility -> facts
                        .observation(facility, pass)
                        .flatMap(observation -> words.notSeen(facility, observation.outcome()))
                        .stream());
        return Stream.concat(facilities, pass.suspicions().stream().map(words::translated))
                .toList();
    }

    private static Position position(Site site, double east, double north) {
        return position(site.utm().toLonLat(east, north));
    }

    /** For example {@code 37.93312 N 126.63055 E}. */
    static Position position(Coordinate lonLat) {
        return new Position(
                degrees(lonLat, 5),
                String.format(
                        Locale.ROOT, "https://www.openstreetmap.org/?mlat=%.5f&mlon=%.5f&zoom=17", lonLat.y, lonLat.x));
    }

    /** Latitude and longitude with a number of decimals. */
    static String degrees(Coordinate lonLat, int decimals) {
        return String.format(
                Locale.ROOT,
                "%." + decimals + "f %s %." + decimals + "f %s",
                Math.abs(lonLat.y),
                lonLat.y < 0 ? "S" : "N",
                Math.abs(lonLat.x),
                lonLat.x < 0 ? "W" : "E");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }
}
