package org.heatwatch.story;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.files.TextFile;
import org.heatwatch.site.Pass;
import org.heatwatch.site.SiteFile;

/** Reads a scenario from YAML and validates it. */
final class ScenarioReader {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final double MAX_KELVIN = 100;

    private ScenarioReader() {}

    static Scenario read(Path file) {
        try {
            return scenario(ScenarioMember.root(file, MAPPER.readTree(TextFile.read(file, SiteFile.LARGEST_BYTES))));
        } catch (JsonProcessingException e) {
            throw new BadScenario("%s: not YAML, %s; correct it at this position".formatted(file, description(e)));
        } catch (IOException e) {
            throw new BadScenario("%s: cannot be read: %s; give the path of a scenario".formatted(file, e));
        }
    }

    private static String description(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return place + e.getOriginalMessage().replaceAll("\\s+", " ");
    }

    private static Scenario scenario(ScenarioMember root) {
        root.requireOnly("name", "site", "seed", "from", "to", "watchedFrom", "quick", "climate", "machines", "skies");
        Days days = days(root, Optional.empty());
        ScenarioMember watched = root.member("watchedFrom");
        requireWithin(watched, watched.date(), days);
        List<Days> quick = root.member("quick").items().stream()
                .map(item -> range(item, days))
                .toList();
        List<Machine> machines = root.member("machines").items().stream()
                .map(item -> machine(item, days))
                .toList();
        return new Scenario(
                root.file().toString(),
                root.member("name").text(),
                root.member("site").text(),
                root.member("seed").integer(),
                days,
                watched.date(),
                quick,
                climate(root, days),
                machines);
    }

    /** The range of the members {@code from} and {@code to}; {@code to} is optional if a default is given. */
    private static Days days(ScenarioMember member, Optional<LocalDate> defaultEnd) {
        LocalDate from = member.member("from").date();
        Optional<LocalDate> given = member.optional("to").map(ScenarioMember::date);
        LocalDate to =
                given.or(() -> defaultEnd).orElseGet(() -> member.member("to").date());
        if (to.isBefore(from)) {
            throw member.member(given.isPresent() ? "to" : "from")
                    .defect("is out of order, from %s to %s".formatted(from, to), "give the earlier day as from");
        }
        return new Days(from, to);
    }

    private static Days range(ScenarioMember member, Days whole) {
        member.requireOnly("from", "to");
        Days days = days(member, Optional.empty());
        requireWithin(member.member("from"), days.from(), whole);
        requireWithin(member.member("to"), days.to(), whole);
        return days;
    }

    private static void requireWithin(ScenarioMember member, LocalDate date, Days whole) {
        if (!whole.contains(date)) {
            throw member.defect(
                    "is " + date + ", outside the scenario",
                    "give a day from %s to %s".formatted(whole.from(), whole.to()));
        }
    }

    private static Machine machine(ScenarioMember member, Days whole) {
        member.requireOnly("feature", "from", "to", "kelvin", "variation");
        return new Machine(
                member.member("feature").text(),
                days(member, Optional.of(whole.to())),
                member.member("kelvin").number(0, MAX_KELVIN),
                member.optional("variation")
                        .map(variation -> variation.number(0, MAX_KELVIN))
                        .orElse(0.0));
    }

    private static Climate climate(ScenarioMember root, Days whole) {
        ScenarioMember climate = root.member("climate");
        climate.requireOnly("winter", "spring", "summer", "autumn", "nightsTaken");
        Map<Season, SkyShares> seasons = new EnumMap<>(Season.class);
        for (Season season : Season.values()) {
            seasons.put(season, shares(climate.member(season.name().toLowerCase(Locale.ROOT))));
        }
        List<PinnedSky> pinned = root.optional("skies").map(ScenarioMember::items).orElse(List.of()).stream()
                .map(item -> pinned(item, whole))
                .toList();
        return new Climate(seasons, climate.member("nightsTaken").number(0, 1), pinned);
    }

    private static SkyShares shares(ScenarioMember member) {
        member.requireOnly("clear", "partly", "overcast", "missing", "snow");
        SkyShares shares = new SkyShares(
                share(member, "clear"),
                share(member, "partly"),
                share(member, "overcast"),
                share(member, "missing"),
                member.optional("snow").map(snow -> snow.number(0, 1)).orElse(0.0));
        if (!shares.addUp()) {
            throw member.defect("has shares that do not add up to 1", "change clear, partly, overcast or missing");
        }
        return shares;
    }

    private static double share(ScenarioMember member, String name) {
        return member.member(name).number(0, 1);
    }

    private static PinnedSky pinned(ScenarioMember member, Days whole) {
        member.requireOnly("date", "pass", "sky");
        PinnedSky pinned = new PinnedSky(
                member.member("date").date(),
                member.member("pass").oneOf(Pass.class),
                member.member("sky").oneOf(SkyCover.class));
        requireWithin(member.member("date"), pinned.date(), whole);
        return pinned;
    }
}
