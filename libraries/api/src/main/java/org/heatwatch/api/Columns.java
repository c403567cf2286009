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

/** Gathers the columns of a collection. Those of a published record are its components, described where they are declared. */
final class Columns<T> {
    private final List<Column<T>> columns = new ArrayList<>();

    /** Of a collection of watched features of a site, or of what belongs to them. */
    interface OfFeature {
        PublishedSite view();

        Feature feature();
    }

    /** What every such collection tells of a feature first. */
    static <T extends OfFeature> Columns<T> ofFeature() {
        return new Columns<T>()
                .text("site", "Id of the site.", row -> row.view().id())
                .text("facility", "Id in the site.", row -> row.feature().id())
                .text(
                        "name",
                        "Name, with a caveat where the outline is not verified.",
                        row -> row.feature().label())
                .add(
                        "role",
                        Column.Type.TEXT,
                        "facility, or control: a place known to have no heat of its own.",
                        Codes.ROLES,
                        row -> row.feature().role().code())
                .simulated(row -> row.view())
                .flag(
                        "verified",
                        "Whether an analyst has traced the outline.",
                        row -> row.feature().verified())
                .flag(
                        "placeholder",
                        "Whether the outline says that the place exists, not where.",
                        row -> Site.isPlaceholder(row.feature()));
    }

    /** What every other collection tells first. */
    static <T> Columns<T> ofSite(Function<T, PublishedSite> view) {
        return new Columns<T>()
                .text("site", "Id of the site.", row -> view.apply(row).id())
                .simulated(view);
    }

    private Columns<T> simulated(Function<T, PublishedSite> view) {
        return flag(
                "simulated",
                "Whether all of this is made up.",
                row -> view.apply(row).isSimulated());
    }

    /**
     * Components of a published record.
     *
     * @param part that record; null if there is none
     */
    <R extends Record> Columns<T> of(Class<R> type, Function<T, @Nullable R> part, String... names) {
        for (String name : names) {
            add(name, name, type, part);
        }
        return this;
    }

    /** A component of a published record under another name. */
    <R extends Record> Columns<T> add(String name, String component, Class<R> type, Function<T, @Nullable R> part) {
        RecordComponent its = Arrays.stream(type.getRecordComponents())
                .filter(one -> one.getName().equals(component))
                .findFirst()
                .orElseThrow();
        its.getAccessor().setAccessible(true);
        return add(name, Column.Type.of(its.getType()), description(type, component), Codes.of(its.getType()), row -> {
            R of = part.apply(row);
            return of == null ? null : PublishedJson.plain(value(its, of));
        });
    }

    private static String description(Class<? extends Record> type, String component) {
        try {
            return type.getDeclaredField(component)
                    .getAnnotation(JsonPropertyDescription.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("every component of a record has a field", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is public", e);
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
