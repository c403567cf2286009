package org.heatwatch.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;

/** Jackson module for values that are strings in JSON: products, acquisitions, dates, times and added types. */
public final class TextValues {
    private final SimpleModule module;

    /**
     * Creates a module with the types of all JSON forms.
     *
     * @param name name of the Jackson module
     */
    public TextValues(String name) {
        this.module = new SimpleModule(name);
        add(ProductId.class, ProductId::id, ProductId::parse);
        add(Acquisition.class, Acquisition::id, Acquisition::parse);
        add(LocalDate.class, LocalDate::toString, LocalDate::parse);
        add(Instant.class, Instant::toString, Instant::parse);
    }

    /** Adds a type with the functions that convert it to and from text. */
    public <T> TextValues add(Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdDelegatingSerializer(type, new StdConverter<T, String>() {
            @Override
            public String convert(T value) {
                return write.apply(value);
            }
        }));
        module.addDeserializer(type, new FromStringDeserializer<T>(type) {
            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return read.apply(text);
            }
        });
        return this;
    }

    /** The Jackson module, to be registered with a mapper. */
    public SimpleModule module() {
        return module;
    }
}
