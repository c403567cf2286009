package org.heatwatch.story;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.site.Pass;

/** Reads a scenario from YAML and refuses what makes no sense. */
final class ScenarioReader {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final double MOST_KELVIN = 100;

    private ScenarioReader() {}

    static Scenario read(Path file) {
        try {
            return scenario(Member.root(file, MAPPER.readTree(Files.readString(file))));
        } catch (JsonProcessingException e) {
            throw new BadScenario("%s: not YAML, %s; correct it at that place".formatted(file, told(e)));
        } catch (IOException e) {
            throw new BadScenario("%s: cannot be read: %s; give the path of a scenario".formatted(file, e));
        }
    }

    private static String told(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return place + e.getOriginalMessage().replaceAll("\\s+", " ");
    }

    private static Scenario scenario(Member root) {
        root.requireOnly("name", "site", "seed", "from", "to", "watchedFrom", "quick", "climate", "machines", "skies");
        Days days = days(root, Optional.empty());
        Member watched = root.member("watchedFrom");
        requireWithin(watched, watched.date(), days);
        List<Days> quick = root.member("quick").items().stream()
                .map(item -> stretch(item, days))
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

    /** From the members {@code from} and {@code to}; the latter may be left out if there is an end in its place. */
    private static Days days(Member member, Optional<LocalDate> end) {
        LocalDate from = member.member("from").date();
        Optional<LocalDate> given = member.optional("to").map(Member::date);
        LocalDate to = given.or(() -> end).orElseGet(() -> member.member("to").date());
        if (to.isBefore(from)) {
            throw member.member(given.isPresent() ? "to" : "from")
                    .defect("leaves no days, from %s to %s".formatted(from, to), "put them in order");
        }
        return new Days(from, to);
    }

    private static Days stretch(Member member, Days whole) {
        member.requireOnly("from", "to");
        Days days = days(member, Optional.empty());
        requireWithin(member.member("from"), days.from(), whole);
        requireWithin(member.member("to"), days.to(), whole);
        return days;
    }

    private static void requireWithin(Member member, LocalDate date, Days whole) {
        if (!whole.contains(date)) {
            throw member.defect(
                    "is " + date + ", outside the scenario",
                    "give a day from %s to %s".formatted(whole.from(), whole.to()));
        }
    }

    private static Machine machine(Member member, Days whole) {
        member.requireOnly("feature", "from", "to", "kelvin", "variation");
        return new Machine(
                member.member("feature").text(),
                days(member, Optional.of(whole.to())),
                member.member("kelvin").number(0, MOST_KELVIN),
                member.optional("variation")
                        .map(variation -> variation.number(0, MOST_KELVIN))
                        .orElse(0.0));
    }

    private static Climate climate(Member root, Days whole) {
        Member climate = root.member("climate");
        climate.requireOnly("winter", "spring", "summer", "autumn", "nightsTaken");
        Map<Season, SkyShares> seasons = new EnumMap<>(Season.class);
        for (Season season : Season.values()) {
            seasons.put(season, shares(climate.member(season.name().toLowerCase(Locale.ROOT))));
        }
        List<PinnedSky> pinned = root.optional("skies").map(Member::items).orElse(List.of()).stream()
                .map(item -> pinned(item, whole))
                .toList();
        return new Climate(seasons, climate.member("nightsTaken").number(0, 1), pinned);
    }

    private static SkyShares shares(Member member) {
        member.requireOnly("clear", "partly", "overcast", "missing", "snow");
        SkyShares shares = new SkyShares(
                share(member, "clear"),
                share(member, "partly"),
                share(member, "overcast"),
                share(member, "missing"),
                member.optional("snow").map(snow -> snow.number(0, 1)).orElse(0.0));
        if (!shares.areWhole()) {
            throw member.defect(
                    "has shares that do not add up to 1", "let clear, partly, overcast and missing make a whole");
        }
        return shares;
    }

    private static double share(Member member, String name) {
        return member.member(name).number(0, 1);
    }

    private static PinnedSky pinned(Member member, Days whole) {
        member.requireOnly("date", "pass", "sky");
        PinnedSky pinned = new PinnedSky(
                member.member("date").date(),
                member.member("pass").oneOf(Pass.class),
                member.member("sky").oneOf(Sky.class));
        requireWithin(member.member("date"), pinned.date(), whole);
        return pinned;
    }
}
