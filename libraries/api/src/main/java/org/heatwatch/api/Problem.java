package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Why there is nothing better to answer (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String parameter;

    /** @param parameter that is to blame, empty for none */
    private Problem(int status, String title, String detail, String parameter) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.parameter = parameter;
    }

    /** What was asked with makes no sense. */
    static Problem badParameter(String name, String detail) {
        return new Problem(Response.BAD_REQUEST, "Bad request", name + ": " + detail, name);
    }

    static Problem notFound(String detail) {
        return new Problem(Response.NOT_FOUND, "Not found", detail, "");
    }

    static Problem wrongMethod(String detail) {
        return new Problem(Response.WRONG_METHOD, "Method not allowed", detail, "");
    }

    static Problem unavailable() {
        return new Problem(
                Response.UNAVAILABLE, "Not available", "the store does not answer; try again in a minute", "");
    }

    static Problem failed() {
        return new Problem(
                Response.FAILED, "Failed", "this is a fault of the server, whose log says more; please report it", "");
    }

    int status() {
        return status;
    }

    Optional<String> parameter() {
        return parameter.isEmpty() ? Optional.empty() : Optional.of(parameter);
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage());
        parameter().ifPresent(name -> body.put("parameter", name));
        return body;
    }
}
