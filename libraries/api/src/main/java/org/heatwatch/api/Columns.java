package org.heatwatch.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Builder for the columns of a collection. A column can be taken from a component of a published record, whose
 * {@link JsonPropertyDescription} becomes its description.
 */
final class Columns<T> {
    private final List<Column<T>> columns = new ArrayList<>();

    /** A row that belongs to one watched feature of a site. */
    interface OfFeature {
        PublishedSite view();

        Feature feature();
    }

    /** The leading columns of a collection with one or more rows for each watched feature. */
    static <T extends OfFeature> Columns<T> ofFeature() {
        return new Columns<T>()
                .text("site", "Id of the site.", row -> row.view().id())
                .text(
                        "facility",
                        "Id of the facility or control within its site.",
                        row -> row.feature().id())
                .text(
                        "name",
                        "Name, with a caveat if the outline is not verified.",
                        row -> row.feature().label())
                .add(
                        "role",
                        Column.Type.TEXT,
                        "facility, or control: a place known to emit no heat of its own.",
                        Codes.ROLES,
                        row -> row.feature().role().code())
                .simulated(row -> row.view())
                .flag(
                        "verified",
                        "Whether an analyst traced the outline.",
                        row -> row.feature().verified())
                .flag(
                        "placeholder",
                        "Whether the outline is a placeholder: the place exists, but its location is unknown.",
                        row -> Site.isPlaceholder(row.feature()));
    }

    /** The leading columns of every other collection. */
    static <T> Columns<T> ofSite(Function<T, PublishedSite> view) {
        return new Columns<T>()
                .text("site", "Id of the site.", row -> view.apply(row).id())
                .simulated(view);
    }

    private Columns<T> simulated(Function<T, PublishedSite> view) {
        return flag(
                "simulated",
                "Whether the data are simulated.",
                row -> view.apply(row).isSimulated());
    }

    /**
     * Adds components of a published record as columns of the same names.
     *
     * @param part returns the record of a row; null if there is none
     */
    <R extends Record> Columns<T> of(Class<R> type, Function<T, @Nullable R> part, String... names) {
        for (String name : names) {
            add(name, name, type, part);
        }
        return this;
    }

    /** Adds a component of a published record as a column of another name. */
    <R extends Record> Columns<T> add(String name, String component, Class<R> type, Function<T, @Nullable R> part) {
        RecordComponent recordComponent = Arrays.stream(type.getRecordComponents())
                .filter(candidate -> candidate.getName().equals(component))
                .findFirst()
                .orElseThrow();
        recordComponent.getAccessor().setAccessible(true);
        return add(
                name,
                Column.Type.of(recordComponent.getType()),
                description(type, component),
                Codes.of(recordComponent.getType()),
                row -> {
                    R published = part.apply(row);
                    return published == null ? null : PublishedJson.plain(value(recordComponent, published));
                });
    }

    private static String description(Class<? extends Record> type, String component) {
        try {
            return type.getDeclaredField(component)
                    .getAnnotation(JsonPropertyDescription.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record component without a field", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record published) {
        try {
            return component.getAccessor().invoke(published);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    Columns<T> text(String name, String description, Function<T, @Nullable Object> read) {
        return add(name, Column.Type.TEXT, description, List.of(), read);
    }

    Columns<T> integer(String name, String description, Function<T, @Nullable Object> read) {
        return add(name, Column.Type.INTEGER, description, List.of(), read);
    }

    Columns<T> flag(String name, String description, Function<T, @Nullable Object> read) {
        return add(name, Column.Type.FLAG, description, List.of(), read);
    }

    Columns<T> texts(String name, String description, Function<T, @Nullable Object> read) {
        return add(name, Column.Type.TEXTS, description, List.of(), read);
    }

    Columns<T> add(
            String name,
            Column.Type type,
            String description,
            List<String> values,
            Function<T, @Nullable Object> read) {
        columns.add(new Column<>(name, type, description, values, read));
        return this;
    }

    List<Column<T>> list() {
        return List.copyOf(columns);
    }
}
