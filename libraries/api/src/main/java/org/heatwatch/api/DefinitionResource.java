package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.heatwatch.publication.CodeVersion;

/** Serves the OpenAPI 3.0 definition of this API, which is generated from its routes. */
final class DefinitionResource {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PROBLEM = "Problem";

    private static final Map<String, String> PATH_PARAMETERS = Map.of(
            "featureId", "Id of a feature, for example kaesong:amos.",
            "acquisition", "Id of an acquisition, for example LC08_116034_20251104.",
            "facility", "Id of a facility, control or heat source within its site, for example amos.",
            "site", "Id of a site, for example kaesong.");

    private final List<Route> routes;
    private final List<WatchCollection> collections;

    DefinitionResource(List<Route> routes, List<WatchCollection> collections) {
        this.routes = routes;
        this.collections = collections;
    }

    Route route() {
        return Route.of(
                "/api",
                "getDefinition",
                "Capabilities",
                "The definition of this API",
                "Definition",
                List.of(ResponseFormat.JSON, ResponseFormat.HTML),
                List.of(MediaTypes.OPENAPI, MediaTypes.HTML),
                List.of(),
                exchange -> PreparedContent.of(() -> exchange.format() == ResponseFormat.HTML
                        ? html(exchange)
                        : Content.json(
                                MediaTypes.OPENAPI,
                                definition(exchange.addresses().base()))));
    }

    private Content html(Exchange exchange) {
        Html html = new Html("Definition of this API", exchange.addresses().of("/?f=html"))
                .intro("All resources accept GET and HEAD; the search also accepts POST. Choose the format with the "
                        + "parameter f or the header Accept.")
                .formats(List.of(new Html.Cell("OpenAPI 3.0", exchange.inFormat(ResponseFormat.JSON))));
        for (Route route : routes) {
            html.table(
                    route.path() + " - " + route.summary(),
                    List.of("parameter", "meaning"),
                    route.parameters().stream()
                            .map(parameter ->
                                    List.of(Html.Cell.of(parameter.name()), Html.Cell.of(parameter.description())))
                            .toList());
        }
        return html.content();
    }

    private ObjectNode definition(String base) {
        ObjectNode page = NODES.objectNode().put("openapi", "3.0.3");
        ObjectNode info = page.putObject("info")
                .put("title", LandingResource.TITLE)
                .put("description", LandingResource.DESCRIPTION)
                .put("version", CodeVersion.current());
        info.putObject("license").put("name", "Apache-2.0");
        page.putArray("servers").addObject().put("url", base);
        ObjectNode paths = page.putObject("paths");
        routes.forEach(route -> paths.set(route.path(), path(route)));
        paths.set(route().path(), path(route()));
        ObjectNode components = page.putObject("components");
        components.set("schemas", new Schemas(collections).all());
        return page;
    }

    private static ObjectNode path(Route route) {
        ObjectNode path = NODES.objectNode();
        switch (route.input()) {
            case URL -> get(route, path.putObject("get"));
            case URL_OR_BODY -> {
                get(route, path.putObject("get"));
                ObjectNode post = path.putObject("post");
                describe(route, post, "post" + OperationNames.upper(route.operation()));
                ObjectNode schema = body(post).put("additionalProperties", false);
                ObjectNode properties = schema.putObject("properties");
                route.parameters().forEach(parameter -> properties.set(parameter.name(), Schemas.posted(parameter)));
                responses(route, post);
            }
            case DOCUMENT -> {
                ObjectNode post = path.putObject("post");
                describe(route, post, route.operation());
                body(post);
                responses(route, post);
            }
        }
        return path;
    }

    private static ObjectNode body(ObjectNode post) {
        return post.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(MediaTypes.JSON)
                .putObject("schema")
                .put("type", "object");
    }

    private static void get(Route route, ObjectNode get) {
        describe(route, get, route.operation());
        ArrayNode parameters = get.putArray("parameters");
        route.names().forEach(name -> {
            ObjectNode parameter = parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .put("description", PATH_PARAMETERS.getOrDefault(name, name));
            parameter.putObject("schema").put("type", "string").put("pattern", "^[A-Za-z0-9:_-]{1,300}$");
        });
        route.parameters().forEach(parameter -> parameters.add(query(parameter)));
        responses(route, get);
    }

    private static void describe(Route route, ObjectNode operation, String id) {
        operation.putArray("tags").add(route.tag());
        operation.put("summary", route.summary()).put("operationId", id);
    }

    private static ObjectNode query(Parameter<?> parameter) {
        ObjectNode node = NODES.objectNode()
                .put("name", parameter.name())
                .put("in", "query")
                .put("required", false)
                .put("description", parameter.description());
        node.put("style", "form").put("explode", false);
        node.set("schema", parameter.schema());
        return node;
    }

    private static void responses(Route route, ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode ok = responses.putObject("200").put("description", route.summary());
        ObjectNode tag = ok.putObject("headers").putObject("ETag");
        tag.put("description", "Version tag of the response; send it back as If-None-Match.");
        tag.putObject("schema").put("type", "string");
        ObjectNode content = ok.putObject("content");
        route.types().forEach(type -> content.putObject(type).set("schema", Schemas.of(route, type)));
        responses.putObject("304").put("description", "The response has not changed.");
        problem(responses, "400", "A parameter is invalid; the member parameter names it.");
        problem(responses, "404", "There is no such resource, site or feature.");
        problem(responses, "405", "This method is not allowed; the header Allow lists those that are.");
        problem(responses, "503", "The data store is not available; try again.");
    }

    private static void problem(ObjectNode responses, String status, String description) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject(MediaTypes.PROBLEM)
                .set("schema", Schemas.reference(PROBLEM));
    }
}
