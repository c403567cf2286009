package org.heatwatch.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Response formats. */
enum ResponseFormat {
    JSON("json", MediaTypes.JSON, MediaTypes.GEOJSON),
    HTML("html", MediaTypes.HTML, "application/xhtml+xml"),
    CSV("csv", MediaTypes.CSV, "text/comma-separated-values"),
    KML("kml", MediaTypes.KMZ, "application/vnd.google-earth.kml+xml");

    private final String code;
    private final String type;
    private final String otherType;

    ResponseFormat(String code, String type, String otherType) {
        this.code = code;
        this.type = type;
        this.otherType = otherType;
    }

    /** The value of the parameter {@code f}. */
    String code() {
        return code;
    }

    static Parameter<String> parameter(List<ResponseFormat> formats) {
        return Parameter.choice(
                "f",
                "Format of the response; by default the header Accept decides.",
                formats.stream().map(ResponseFormat::code).toList());
    }

    /**
     * The format named by the parameter {@code f}, or else preferred by the header {@code Accept}, or else the
     * first.
     */
    static ResponseFormat of(Optional<String> code, Optional<String> accept, List<ResponseFormat> formats) {
        return code.flatMap(wanted -> formats.stream()
                        .filter(format -> format.code.equals(wanted))
                        .findFirst())
                .or(() -> accept.flatMap(header -> accepted(header, formats)))
                .orElse(formats.getFirst());
    }

    private record Range(String type, double quality) {
        static Range of(String text) {
            String[] parts = text.split(";", -1);
            double quality = Stream.of(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                    .findFirst()
                    .orElse(1);
            return new Range(parts[0].strip(), quality);
        }

        boolean isOf(ResponseFormat format) {
            return type.equals(format.type) || type.equals(format.otherType);
        }
    }

    private static Optional<ResponseFormat> accepted(String header, List<ResponseFormat> formats) {
        return Stream.of(header.split(",", -1))
                .map(Range::of)
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .flatMap(range -> formats.stream().filter(range::isOf).limit(1))
                .findFirst();
    }
}
