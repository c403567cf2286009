package org.heatwatch.api;

/** Media types of request and response bodies. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String GEOJSON = "application/geo+json";
    static final String SCHEMA = "application/schema+json";
    static final String PROBLEM = "application/problem+json";
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    static final String HTML = "text/html";
    static final String TEXT = "text/plain";
    static final String ATOM = "application/atom+xml";
    static final String CSV = "text/csv";
    static final String KMZ = "application/vnd.google-earth.kmz";
    static final String PNG = "image/png";
    static final String SVG = "image/svg+xml";
    static final String GEOTIFF = "image/tiff; application=geotiff";

    private MediaTypes() {}
}
