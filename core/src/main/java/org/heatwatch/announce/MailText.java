package org.heatwatch.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.hotspot.HotSpot;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.landsat.Tier;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.locationtech.jts.geom.Coordinate;

/** The body of a mail: plain text in short lines and blocks, since tables fall apart on phones. */
final class MailText {
    private static final int MOST_HOT_SPOTS = 12;

    private final Bulletin bulletin;
    private final List<String> lines = new ArrayList<>();

    private MailText(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    static String of(Bulletin bulletin) {
        return new MailText(bulletin).write();
    }

    private String write() {
        lines.add(Headline.of(bulletin));
        if (bulletin.site().presentation().simulated()) {
            block("SIMULATED DATA: a made-up story.", "Nothing here was observed.");
        }
        block(bulletin.site().name());
        bulletin.pass().ifPresent(this::pass);
        if (bulletin.kind() == Kind.DIGEST) {
            lines.addAll(DigestText.of(bulletin));
        } else {
            changes();
            places();
        }
        others();
        controls();
        bulletin.pass().ifPresent(this::hotSpots);
        bulletin.pass().ifPresent(this::notSeen);
        caveats();
        block("Told as of %s.".formatted(bulletin.history().asOf()));
        return String.join("\n", lines) + "\n";
    }

    private void block(String... text) {
        lines.add("");
        lines.addAll(List.of(text));
    }

    private void pass(SceneCheck pass) {
        lines.add("Pass of "
                + bulletin.time(pass)
                        .map(time -> Wording.time(
                                time, bulletin.site().presentation().timeZone()))
                        .orElse(pass.product().acquired().toString()));
        lines.add(pass.product().id());
    }

    private void changes() {
        List<Bulletin.Row> rows = bulletin.rows();
        if (rows.isEmpty()) {
            return;
        }
        block("CHANGES, the warmest first");
        for (int i = 0; i < rows.size(); i++) {
            Bulletin.Row row = rows.get(i);
            lines.add("%d. %s: %s".formatted(i + 1, row.roof().feature().label(), change(row)));
            row.scored().ifPresent(look -> {
                lines.add("   " + Wording.excess(look));
                lines.add("   score %s, confidence %s"
                        .formatted(look.heat().shown(), Wording.confidence(look.confidence())));
            });
            if (row.isProvisional()) {
                lines.add("   provisional");
            }
        }
    }

    private static String change(Bulletin.Row row) {
        News news = row.news();
        Topic topic = news.marker().topic();
        return switch (news.change()) {
            case NEW ->
                "%s, %s%s"
                        .formatted(
                                row.transition()
                                        .map(t -> t.from() + " -> " + t.to())
                                        .orElse(topic.name()),
                                news.marker().date(),
                                topic == Topic.STALE ? lastSeen(row.roof()) : "");
            case MOVED ->
                "%s on %s, not on %s"
                        .formatted(topic, news.marker().date(), news.before().orElseThrow());
            case WITHDRAWN ->
                "was told to be %s on %s, which better data do not bear out; now %s"
                        .formatted(topic, news.before().orElseThrow(), state(row.roof()));
            case REINSTATED ->
                "%s on %s after all".formatted(topic, news.marker().date());
        };
    }

    private static String lastSeen(RoofHistory roof) {
        return roof.track()
                .current()
                .lastValidLook()
                .map(look -> ", last seen " + look.date())
                .orElse(", never seen");
    }

    private void places() {
        bulletin.placesByChange().forEach((change, places) -> {
            block(
                    change == News.Change.WITHDRAWN
                            ? "NOT BORNE OUT by better data"
                            : "PLACES hot in two passes, none of a watched facility");
            places.stream()
                    .flatMap(news -> news.marker().place().stream())
                    .map(this::lonLat)
                    .forEach(at -> {
                        lines.add(Wording.position(at));
                        lines.add(Wording.map(at));
                    });
        });
    }

    private Coordinate lonLat(Place place) {
        return bulletin.site().utm().toLonLat(place.east(), place.north());
    }

    private static FacilityState state(RoofHistory roof) {
        return roof.track().current().state();
    }

    private void others() {
        List<RoofHistory> others = bulletin.others();
        if (others.isEmpty()) {
            return;
        }
        block("OTHER FACILITIES");
        others.forEach(this::standing);
    }

    private void controls() {
        List<RoofHistory> controls = bulletin.controls();
        if (controls.isEmpty()) {
            return;
        }
        block("CONTROLS, which must stay cold");
        controls.forEach(this::standing);
    }

    private void standing(RoofHistory roof) {
        lines.add(roof.feature().label() + ": " + state(roof)
                + bulletin.pass()
                        .flatMap(pass -> bulletin.look(roof, pass))
                        .map(look -> switch (look.outcome()) {
                            case JudgedObservation.Scored scored -> ", " + Wording.excess(scored);
                            case JudgedObservation.NoObservation _ -> ", not seen in this pass";
                            case JudgedObservation.Uncalibrated _ -> ", cannot be judged yet";
                        })
                        .orElse(""));
    }

    private void hotSpots(SceneCheck pass) {
        Optional<HotSpots> found = pass.hotSpots();
        if (found.isEmpty()) {
            return;
        }
        List<HotSpot> spots = found.get().spots();
        block("HOT SPOTS of this pass, found without outlines: " + spots.size());
        if (found.get().observedShare() < 1) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the site could be judged",
                    100 * found.get().observedShare()));
        }
        for (int i = 0; i < Math.min(MOST_HOT_SPOTS, spots.size()); i++) {
            HotSpot spot = spots.get(i);
            Coordinate at = bulletin.site().utm().toLonLat(spot.east(), spot.north());
            lines.add(String.format(
                    Locale.ROOT, "%d. %s \u00b1 %.0f m", i + 1, Wording.position(at), spot.positionError()));
            lines.add(String.format(
                    Locale.ROOT,
                    "   %,.0f \u00b1 %,.0f K m2%s",
                    spot.kelvinSquareMetres(),
                    spot.kelvinSquareMetresError(),
                    nearest(spot)));
            lines.add("   " + Wording.map(at));
        }
        if (spots.size() > MOST_HOT_SPOTS) {
            lines.add("and %d more".formatted(spots.size() - MOST_HOT_SPOTS));
        }
    }

    private String nearest(HotSpot spot) {
        return bulletin.nearest(spot)
                .flatMap(near -> bulletin.site()
                        .feature(near.id())
                        .map(f -> String.format(Locale.ROOT, ", %.0f m from %s", near.metres(), f.label())))
                .orElse("");
    }

    private void notSeen(SceneCheck pass) {
        List<String> reasons = new ArrayList<>();
        bulletin.history().roofs().stream()
                .filter(Occurrences::isNamed)
                .forEach(roof -> bulletin.look(roof, pass).ifPresent(look -> {
                    String name = roof.feature().label();
                    switch (look.outcome()) {
                        case JudgedObservation.Scored _ -> {}
                        case JudgedObservation.NoObservation none -> reasons.add(name + ": " + none.reason());
                        case JudgedObservation.Uncalibrated none -> reasons.add(name + ": " + none.reason());
                    }
                }));
        reasons.addAll(pass.suspicions());
        if (!reasons.isEmpty()) {
            block("NOT SEEN OR NOT TRUSTED in this pass");
            lines.addAll(reasons);
        }
    }

    private void caveats() {
        block("TO BEAR IN MIND");
        lines.add("ON: warmer than its idle self in several passes.");
        lines.add("That is no proof of production.");
        lines.add("Kelvin are effective: as if the whole roof were so much warmer.");
        if (bulletin.isProvisional()) {
            lines.add(
                    bulletin.pass().filter(p -> p.product().tier() == Tier.RT).isPresent()
                            ? "Provisional: a real-time product; a better one follows in two to four weeks."
                            : "Provisional: a better product may change it.");
        }
        if (bulletin.isUnverified()) {
            lines.add("Nobody has verified the outlines marked so: the heat may be a neighbour's.");
        }
        if (bulletin.placeholders() > 0) {
            lines.add("%d facilities have no known place and are not named here; hot spots are."
                    .formatted(bulletin.placeholders()));
        }
    }
}
