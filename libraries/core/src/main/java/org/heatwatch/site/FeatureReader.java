package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and checks one feature. */
final class FeatureReader {

    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));

    private final FootprintReader footprints;
    private final Defects defects;

    FeatureReader(FootprintReader footprints, Defects defects) {
        this.footprints = footprints;
        this.defects = defects;
    }

    /** A feature and its name in messages: the id, or its position in the file if it has none. */
    record Identified(JsonNode node, Optional<String> id, String where) {}

    Identified identify(JsonNode node, int index) {
        String position = "feature " + (index + 1);
        JsonNode outer = node.path("id");
        JsonNode inner = node.path("properties").path("id");
        JsonNode id = isAbsent(inner) ? outer : inner;
        if (isAbsent(id)) {
            defects.add(position, "missing id", "add \"id\" to the feature and to its properties");
            return new Identified(node, Optional.empty(), position);
        }
        String text = id.asText();
        if (!id.isTextual() || !SiteReader.isSlug(text)) {
            defects.add(
                    position,
                    "id " + JsonExcerpt.excerpt(id) + " is malformed",
                    "use lower-case characters a-z, digits and single hyphens");
            return new Identified(node, Optional.empty(), position);
        }
        if (text.length() > SiteReader.LONGEST_ID) {
            defects.add(position, SiteReader.tooLong(text), SiteReader.SHORTEN);
            return new Identified(node, Optional.empty(), position);
        }
        // QGIS and GDAL write the row number of the table as the id of the feature.
        boolean isRowNumber = outer.isIntegralNumber() && !isAbsent(inner);
        if (!isAbsent(outer) && !isRowNumber && !outer.asText().equals(text)) {
            defects.add(
                    text,
                    "id is " + JsonExcerpt.excerpt(outer) + " on the feature and " + JsonExcerpt.excerpt(inner)
                            + " in its properties",
                    "make them equal");
        }
        return new Identified(node, Optional.of(text), text);
    }

    Optional<Feature> read(Identified feature) {
        int before = defects.count();
        Members members = new Members(feature.node().path("properties"), feature.where(), "properties.", defects);
        Optional<String> name = members.text("name");
        Optional<Role> role = members.text("role").flatMap(code -> role(code, feature.where()));
        Optional<String> source = members.text("source");
        Optional<Double> accuracy = members.number("accuracyMetres");
        accuracy.filter(metres -> metres < 0)
                .ifPresent(metres -> defects.add(
                        feature.where(), "accuracyMetres is negative: " + metres, "give a distance of 0 m or more"));
        Optional<Boolean> verified = members.flag("verified");
        Optional<String> operator = members.optionalText("operator");
        List<String> products = members.optionalTexts("products");
        Optional<String> note = members.optionalText("note");
        Map<String, String> names = TranslatedNames.read(members);
        Optional<Footprint> footprint = footprints.read(
                feature.node().path("geometry"),
                feature.where(),
                role.filter(Role::isScored).isPresent());
        if (defects.count() > before || feature.id().isEmpty() || footprint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Feature(
                feature.where(),
                name.orElseThrow(),
                role.orElseThrow(),
                footprint.get(),
                operator,
                products,
                source.orElseThrow(),
                accuracy.orElseThrow(),
                verified.orElseThrow(),
                note,
                names));
    }

    private Optional<Role> role(String code, String where) {
        Optional<Role> role = Role.ofCode(code);
        if (role.isEmpty()) {
            defects.add(where, "unknown role '" + code + "'", "use one of " + ROLES);
        }
        return role;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
