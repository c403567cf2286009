package org.heatwatch.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.KnownSite;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Response times of the API for a site of 40 facilities and 600 scenes, with stores in memory and warm caches. */
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
@State(Scope.Thread)
public class ApiBenchmark {
    private static final int FACILITIES = 40;
    private static final int SCENES = 600;
    private static final String BASE = "https://watch.example/v1";

    private final HeatWatchApi api = new HeatWatchApi(
            new KnownSite("here", "Factory", FACILITIES).publish(SCENES).sources(), fault -> {
                throw fault;
            });
    private final String tag = String.valueOf(ask("/collections/facilities/items/here:factory-1", Map.of(), Map.of())
            .headers()
            .get("ETag"));
    private int drawn;

    private Response ask(String path, Map<String, List<String>> query, Map<String, String> headers) {
        Response answer = api.answer(new Request("GET", path, query, headers, new byte[0], BASE));
        if (answer.status() >= Response.BAD_REQUEST) {
            throw new IllegalStateException(path + " returned status " + answer.status());
        }
        return answer;
    }

    /** The current state of one facility. */
    @Benchmark
    public Response item() {
        return ask("/collections/facilities/items/here:factory-1", Map.of(), Map.of());
    }

    /** The same with a matching ETag. */
    @Benchmark
    public Response itemNotModified() {
        return ask("/collections/facilities/items/here:factory-1", Map.of(), Map.of("If-None-Match", tag));
    }

    /** All 600 observations of one facility. */
    @Benchmark
    public Response series() {
        return ask(
                "/collections/observations/items",
                Map.of("facility", List.of("factory-1"), "limit", List.of("600")),
                Map.of());
    }

    /** The current states of all 40 facilities. */
    @Benchmark
    public Response collection() {
        return ask("/collections/facilities/items", Map.of(), Map.of());
    }

    /** The first page of 24,000 observations, all of which must be sorted. */
    @Benchmark
    public Response allObservations() {
        return ask("/collections/observations/items", Map.of(), Map.of());
    }

    /** A cached heat map. */
    @Benchmark
    public Response heatMap() {
        return ask("/heatmaps/LC08_116034_20130425.png", Map.of(), Map.of());
    }

    /** A heat map that is not cached, about 900 pixels wide. */
    @Benchmark
    public Response heatMapDrawn() {
        int scene = drawn++;
        return ask(
                "/heatmaps/LC08_116034_20130425.png",
                Map.of(
                        "size",
                        List.of(Integer.toString(900 + scene % 100)),
                        "site",
                        List.of("here"),
                        "quantity",
                        List.of(scene % 200 < 100 ? "z" : "excess")),
                Map.of());
    }
}
