package org.heatwatch.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which a page can be had. */
enum Form {
    JSON("json", MediaTypes.JSON, MediaTypes.GEOJSON),
    HTML("html", MediaTypes.HTML, "application/xhtml+xml"),
    CSV("csv", MediaTypes.CSV, "text/comma-separated-values"),
    KML("kml", MediaTypes.KMZ, "application/vnd.google-earth.kml+xml");

    private final String code;
    private final String type;
    private final String otherType;

    Form(String code, String type, String otherType) {
        this.code = code;
        this.type = type;
        this.otherType = otherType;
    }

    /** In the parameter {@code f}. */
    String code() {
        return code;
    }

    static Parameter<String> parameter(List<Form> forms) {
        return Parameter.choice(
                "f",
                "Form of the answer; otherwise the header Accept decides.",
                forms.stream().map(Form::code).toList());
    }

    /** The form that a caller asks for by name, or else by the header, or else the first. */
    static Form of(Optional<String> code, Optional<String> accept, List<Form> forms) {
        return code.flatMap(wanted ->
                        forms.stream().filter(form -> form.code.equals(wanted)).findFirst())
                .or(() -> accept.flatMap(header -> accepted(header, forms)))
                .orElse(forms.getFirst());
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

        boolean isOf(Form form) {
            return type.equals(form.type) || type.equals(form.otherType);
        }
    }

    private static Optional<Form> accepted(String header, List<Form> forms) {
        return Stream.of(header.split(",", -1))
                .map(Range::of)
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .flatMap(range -> forms.stream().filter(range::isOf).limit(1))
                .findFirst();
    }
}
