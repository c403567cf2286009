package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An error that is reported to the client as a problem document (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String parameter;

    /** @param parameter the invalid parameter; empty if the error has another cause */
    private Problem(int status, String title, String detail, String parameter) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.parameter = parameter;
    }

    /** A parameter or the body is invalid. */
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
                Response.UNAVAILABLE, "Not available", "the data store is not available; try again in a minute", "");
    }

    static Problem tooLarge() {
        return new Problem(
                Response.BAD_REQUEST,
                "Too large",
                "the response is larger than this server can send; send Accept-Encoding: gzip, or request less",
                "");
    }

    static Problem failed() {
        return new Problem(
                Response.FAILED, "Failed", "internal error; the log of the server has details; please report it", "");
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
