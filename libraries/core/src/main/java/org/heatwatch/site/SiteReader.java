package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.heatwatch.language.Reasons;

/** Reads and checks the feature collection as a whole. */
final class SiteReader {

    private static final String COLLECTION = "collection";
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** The API and its URLs accept no longer ids. */
    static final int LONGEST_ID = 100;

    static final String SHORTEN = "use at most " + LONGEST_ID + " characters";
    private static final int SHOWN_OF_LONG_ID = 20;
    private static final double LARGEST_SIDE_METRES = 50_000;
    private static final double FARTHEST_FROM_MERIDIAN_DEGREES = 6;

    private final Defects defects = new Defects();

    private SiteReader() {}

    static Site read(JsonNode root, String source) {
        return new SiteReader().site(root, source);
    }

    /** The problem of an id that is longer than the API accepts. */
    static String tooLong(String id) {
        return "id '" + id.substring(0, SHOWN_OF_LONG_ID) + "...' is " + id.length() + " characters long, more than "
                + LONGEST_ID;
    }

    static boolean isSlug(String id) {
        return SLUG.matcher(id).matches();
    }

    private Site site(JsonNode root, String source) {
        if (!root.path("type").asText().equals("FeatureCollection")) {
            defects.add("file", "not a GeoJSON FeatureCollection", "set \"type\" to \"FeatureCollection\"");
            defects.throwIfAny(source);
        }
        Optional<CoordinateSystem.Mismatch> mismatch = CoordinateSystem.mismatch(root);
        mismatch.ifPresent(found -> defects.add(COLLECTION, found.problem(), found.advice()));
        Members members = new Members(root, COLLECTION, "", defects);
        Optional<String> id = members.text("id");
        id.filter(text -> !isSlug(text)).ifPresent(this::malformedId);
        id.filter(text -> text.length() > LONGEST_ID)
                .ifPresent(text -> defects.add(COLLECTION, tooLong(text), SHORTEN));
        Optional<String> name = members.text("name");
        Optional<Bounds> bounds = members.list("bounds").flatMap(this::bounds);
        Optional<UtmProjection> utm = members.integer("utmZone").flatMap(this::utm);
        if (bounds.isPresent() && utm.isPresent()) {
            checkZone(utm.get(), bounds.get());
        }
        ScheduleReader schedule = new ScheduleReader(defects);
        List<WatchedScene> scenes = schedule.scenes(members.list("scenes"));
        List<ReferencePeriod> referencePeriods = schedule.referencePeriods(members);
        // Without degrees, no outline is inside the bounds: the mismatch says so once.
        List<Feature> features = features(
                members.list("features").orElse(List.of()),
                bounds.filter(_ -> mismatch.isEmpty()),
                utm.filter(_ -> mismatch.isEmpty()));
        Optional<String> shortName = shortName(members, id);
        boolean simulated =
                members.has("simulated") && members.flag("simulated").orElse(false);
        Optional<ZoneId> timeZone = timeZone(members, bounds);
        Map<String, String> names = TranslatedNames.read(members);
        String language = language(members);
        defects.throwIfAny(source);
        return new Site(
                id.orElseThrow(),
                new Presentation(
                        name.orElseThrow(),
                        shortName.orElseThrow(),
                        timeZone.orElseThrow(),
                        simulated,
                        names,
                        language),
                utm.orElseThrow(),
                scenes,
                referencePeriods,
                bounds.orElseThrow(),
                features);
    }

    /** The short name; the id, cut to size, if the file has none: ids are ASCII. */
    private Optional<String> shortName(Members members, Optional<String> id) {
        if (!members.hasContent("shortName")) {
            return id.map(text -> text.substring(0, Math.min(text.length(), Presentation.LONGEST_SHORT_NAME)));
        }
        Optional<String> given = members.text("shortName");
        given.filter(name -> !Presentation.isShort(name))
                .ifPresent(name -> defects.add(
                        COLLECTION,
                        "shortName '" + name + "' does not fit into the subject of a mail",
                        "use at most %d characters, ASCII only".formatted(Presentation.LONGEST_SHORT_NAME)));
        return given;
    }

    /** The language of mails. */
    private String language(Members members) {
        if (!members.hasContent("language")) {
            return Presentation.DEFAULT_LANGUAGE;
        }
        Optional<String> given = members.text("language");
        given.filter(code -> !Reasons.LANGUAGES.contains(code))
                .ifPresent(code -> defects.add(
                        COLLECTION,
                        "language '" + code + "' is not known",
                        "give one of " + String.join(", ", Reasons.LANGUAGES)));
        return given.filter(Reasons.LANGUAGES::contains).orElse(Presentation.DEFAULT_LANGUAGE);
    }

    private Optional<ZoneId> timeZone(Members members, Optional<Bounds> bounds) {
        if (!members.hasContent("timeZone")) {
            return bounds.map(b -> Presentation.nautical(b.centre().x));
        }
        return members.text("timeZone").flatMap(zone -> {
            try {
                return Optional.of(ZoneId.of(zone));
            } catch (DateTimeException e) {
                defects.add(
                        COLLECTION,
                        "unknown timeZone '" + zone + "'",
                        "give a name of the IANA time zone database, for example Asia/Seoul");
                return Optional.empty();
            }
        });
    }

    private void malformedId(String id) {
        defects.add(
                COLLECTION, "id '" + id + "' is malformed", "use lower-case characters a-z, digits and single hyphens");
    }

    private List<Feature> features(List<JsonNode> nodes, Optional<Bounds> bounds, Optional<UtmProjection> utm) {
        FeatureReader reader = new FeatureReader(new FootprintReader(bounds, utm, defects), defects);
        List<Feature> features = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < nodes.size(); index++) {
            FeatureReader.Identified feature = reader.identify(nodes.get(index), index);
            if (feature.id().isPresent() && !ids.add(feature.where())) {
                defects.add(feature.where(), "duplicate id", "give each feature a different id");
            }
            reader.read(feature).ifPresent(features::add);
        }
        return features;
    }

    private Optional<Bounds> bounds(List<JsonNode> values) {
        String form = "give [west, south, east, north] in degrees";
        if (values.size() != 4 || !values.stream().allMatch(JsonNode::isNumber)) {
            defects.add(COLLECTION, "bounds is not a list of four numbers", form);
            return Optional.empty();
        }
        try {
            Bounds bounds = new Bounds(
                    values.get(0).asDouble(),
                    values.get(1).asDouble(),
                    values.get(2).asDouble(),
                    values.get(3).asDouble());
            double side = bounds.longestSideMetres();
            if (side > LARGEST_SIDE_METRES) {
                defects.add(
                        COLLECTION,
                        "the longer side of bounds is " + Math.round(side / 1000) + " km, more than 50 km",
                        "draw them closer around the site");
            }
            return Optional.of(bounds);
        } catch (IllegalArgumentException e) {
            String exchanged = isExchanged(values) ? "; longitude and latitude seem to be exchanged" : "";
            defects.add(COLLECTION, "bounds: " + e.getMessage() + exchanged, form);
            return Optional.empty();
        }
    }

    private static boolean isExchanged(List<JsonNode> values) {
        double south = values.get(0).asDouble();
        double west = values.get(1).asDouble();
        double north = values.get(2).asDouble();
        double east = values.get(3).asDouble();
        return south >= -90 && south < north && north <= 90 && west >= -180 && west < east && east <= 180;
    }

    private Optional<UtmProjection> utm(int epsg) {
        if (UtmProjection.isUtm(epsg)) {
            return Optional.of(UtmProjection.ofEpsg(epsg));
        }
        defects.add(
                COLLECTION,
                "utmZone " + epsg + " is not the EPSG code of a WGS 84 / UTM zone",
                "give 32600 + zone, for example 32652");
        return Optional.empty();
    }

    private void checkZone(UtmProjection utm, Bounds bounds) {
        double longitude = bounds.centre().x;
        double distance = Math.abs(Math.IEEEremainder(longitude - utm.centralMeridian(), 360));
        boolean wrongHemisphere = utm.isSouthern() && bounds.south() > 0;
        if (distance > FARTHEST_FROM_MERIDIAN_DEGREES || wrongHemisphere) {
            int zone = (int) Math.floorMod((long) Math.floor((longitude + 180) / 6), 60L) + 1;
            defects.add(
                    COLLECTION,
                    "utmZone " + utm.epsg() + " does not cover the site",
                    "use the zone at the centre of bounds, " + (32600 + zone));
        }
    }
}
