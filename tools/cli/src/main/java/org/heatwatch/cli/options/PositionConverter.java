package org.heatwatch.cli.options;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a position {@code LAT,LON} in degrees; the directions are signs, or N, S, E and W. x is the longitude. */
public final class PositionConverter implements ITypeConverter<Coordinate> {

    @Override
    public Coordinate convert(String text) {
        String[] parts = text.strip().split("\\s*[,;]\\s*|\\s+(?=[-+\\d])", -1);
        if (parts.length != 2) {
            throw malformed(text);
        }
        double latitude = degrees(parts[0], 'N', 'S', text);
        double longitude = degrees(parts[1], 'E', 'W', text);
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new TypeConversionException("'" + text + "' is not a position: the latitude comes first,"
                    + " -90 to 90, then the longitude, -180 to 180");
        }
        return new Coordinate(longitude, latitude);
    }

    private static double degrees(String part, char positive, char negative, String text) {
        String upper = part.strip().toUpperCase(Locale.ROOT);
        int sign = upper.endsWith(String.valueOf(negative)) ? -1 : 1;
        String number = upper.replaceAll("[" + positive + negative + "°\\s]+$", "");
        if (!number.matches("[-+]?\\d{1,3}(\\.\\d+)?")) {
            throw malformed(text);
        }
        return sign * Double.parseDouble(number);
    }

    private static TypeConversionException malformed(String text) {
        return new TypeConversionException(
                "'" + text + "' is not a position such as 47.86,35.16 (latitude, longitude in degrees)");
    }
}
