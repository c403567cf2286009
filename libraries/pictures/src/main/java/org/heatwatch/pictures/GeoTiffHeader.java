package org.heatwatch.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the pixels of a GeoTIFF lie and how they are scaled, read from the start of the file.
 *
 * @param west easting of the outer western edge in metres
 * @param north northing of the outer northern edge in metres
 * @param pixelWidth in metres
 * @param pixelHeight in metres
 * @param scale factor from the pixels of the first band to their physical value; empty if it is not stated
 * @param offset to be added after that; empty if it is not stated
 */
public record GeoTiffHeader(
        int columns,
        int rows,
        double west,
        double north,
        double pixelWidth,
        double pixelHeight,
        int epsg,
        OptionalDouble scale,
        OptionalDouble offset) {
    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int GEO_KEYS = 34735;
    private static final int PROJECTED_CODE = 3072;
    private static final int KEY_SHORTS = 4;
    private static final int GDAL_METADATA = 42112;

    /** Position in a file of the values of a tag. */
    private record Field(int type, int count, int position) {}

    /** A header of floating-point bands with square pixels, which are not scaled. */
    static GeoTiffHeader unscaled(int columns, int rows, double west, double north, double pixelMetres, int epsg) {
        return new GeoTiffHeader(
                columns,
                rows,
                west,
                north,
                pixelMetres,
                pixelMetres,
                epsg,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** Reads the start of a file as {@link GeoTiff} and GDAL write it; empty if it has no such header. */
    public static Optional<GeoTiffHeader> read(byte[] start) {
        try {
            ByteBuffer file = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
            if (file.getShort(0) != 'I' + ('I' << Byte.SIZE) || file.getShort(2) != GeoTiff.MAGIC) {
                return Optional.empty();
            }
            return header(file, fields(file));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NumberFormatException e) {
            // Not this form of a file; the caller has no use for the reason.
            return Optional.empty();
        }
    }

    private static Map<Integer, Field> fields(ByteBuffer file) {
        int directory = file.getInt(4);
        int count = Short.toUnsignedInt(file.getShort(directory));
        Map<Integer, Field> fields = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int at = directory + Short.BYTES + i * ENTRY;
            int type = file.getShort(at + 2);
            int values = file.getInt(at + 4);
            boolean isInline = (type == SHORT ? Short.BYTES : Integer.BYTES) * values <= Integer.BYTES;
            fields.put(
                    Short.toUnsignedInt(file.getShort(at)),
                    new Field(type, values, isInline ? at + 8 : file.getInt(at + 8)));
        }
        return fields;
    }

    private static Optional<GeoTiffHeader> header(ByteBuffer file, Map<Integer, Field> fields) {
        Field scale = fields.get(PIXEL_SCALE);
        Field tie = fields.get(TIE_POINT);
        Field keys = fields.get(GEO_KEYS);
        Field width = fields.get(WIDTH);
        Field length = fields.get(LENGTH);
        if (scale == null || tie == null || keys == null || width == null || length == null) {
            return Optional.empty();
        }
        String metadata = text(file, fields.get(GDAL_METADATA));
        return Optional.of(new GeoTiffHeader(
                number(file, width),
                number(file, length),
                file.getDouble(tie.position() + 3 * Double.BYTES),
                file.getDouble(tie.position() + 4 * Double.BYTES),
                file.getDouble(scale.position()),
                file.getDouble(scale.position() + Double.BYTES),
                code(file, keys),
                item(metadata, "COUNT_SCALE"),
                item(metadata, "COUNT_OFFSET")));
    }

    private static int number(ByteBuffer file, Field field) {
        return field.type() == SHORT
                ? Short.toUnsignedInt(file.getShort(field.position()))
                : file.getInt(field.position());
    }

    private static int code(ByteBuffer file, Field keys) {
        for (int key = 1; key < keys.count() / KEY_SHORTS; key++) {
            int at = keys.position() + key * KEY_SHORTS * Short.BYTES;
            if (Short.toUnsignedInt(file.getShort(at)) == PROJECTED_CODE) {
                return Short.toUnsignedInt(file.getShort(at + 3 * Short.BYTES));
            }
        }
        throw new NumberFormatException("no EPSG code");
    }

    private static String text(ByteBuffer file, @Nullable Field field) {
        if (field == null) {
            return "";
        }
        byte[] bytes = new byte[field.count()];
        file.get(field.position(), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static OptionalDouble item(String metadata, String name) {
        Matcher matcher = Pattern.compile("<Item name=\"" + name + "\">([^<]{1,40})</Item>")
                .matcher(metadata);
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }
}
