package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.RandomStreams;

/**
 * Alarm rates of methods, with intervals from a two-stage bootstrap that resamples archives and scenes within archives,
 * because facilities of a scene and scenes of an archive are not independent. All methods share the same draws.
 */
public final class Detections {
    /** Threshold above which a score is an alarm. */
    public enum Threshold {
        /** Exceeded by one idle observation in a hundred, counted over all archives and facilities. */
        ORACLE,
        /** Exceeded with a probability below one in a hundred when idle, according to the method itself. */
        NOMINAL
    }

    private static final double FALSE_ALARMS = 0.01;

    private record Key(String method, String group, Threshold threshold) {}

    private record Cluster(String method, long archive, String group) {}

    /** Tail probabilities by scene; empty for scenes that a method could not judge. */
    private record SceneTails(List<List<Double>> scenes) {}

    private final List<String> methods;
    private final List<Long> archives;
    private final List<String> groups;
    private final String idle;
    private final Map<Cluster, SceneTails> tails;
    private final Map<Key, Double> values = new HashMap<>();
    private final Map<Key, double[]> replicates;

    private Detections(
            List<String> methods,
            List<Long> archives,
            List<String> groups,
            String idle,
            Map<Cluster, SceneTails> tails,
            Map<Key, double[]> replicates) {
        this.methods = methods;
        this.archives = archives;
        this.groups = groups;
        this.idle = idle;
        this.tails = tails;
        this.replicates = replicates;
    }

    /**
     * Counts the alarms of all methods.
     *
     * @param idle name of the group of test scenes in which all facilities are idle
     * @param replicates number of bootstrap replicates
     * @param seed seed of the bootstrap
     */
    public static Detections of(List<Trial> trials, String idle, int replicates, long seed) {
        Detections detections = new Detections(
                trials.stream().map(Trial::method).distinct().toList(),
                trials.stream().map(Trial::archive).distinct().sorted().toList(),
                trials.stream().map(Trial::group).distinct().sorted().toList(),
                idle,
                tails(trials),
                new HashMap<>());
        detections.values.putAll(detections.rates(detections.original()));
        detections.bootstrap(replicates, RandomStreams.of(seed, "bootstrap"));
        return detections;
    }

    private static Map<Cluster, SceneTails> tails(List<Trial> trials) {
        Map<Cluster, Map<String, List<Double>>> byScene = new HashMap<>();
        Map<Cluster, Set<String>> dates = new HashMap<>();
        for (Trial trial : trials) {
            byScene.computeIfAbsent(new Cluster(trial.method(), trial.archive(), trial.group()), _ -> new TreeMap<>())
                    .computeIfAbsent(trial.date().toString(), _ -> new ArrayList<>())
                    .add(trial.score().tailProbability());
            dates.computeIfAbsent(new Cluster("", trial.archive(), trial.group()), _ -> new TreeSet<>())
                    .add(trial.date().toString());
        }
        Map<Cluster, SceneTails> tails = new HashMap<>();
        byScene.forEach((cluster, scenes) -> {
            Set<String> all = Objects.requireNonNull(dates.get(new Cluster("", cluster.archive, cluster.group)));
            tails.put(
                    cluster,
                    new SceneTails(all.stream()
                            .map(date -> scenes.getOrDefault(date, List.of()))
                            .toList()));
        });
        return tails;
    }

    private void bootstrap(int count, RandomGenerator random) {
        for (Key key : values.keySet()) {
            replicates.put(key, new double[count]);
        }
        for (int i = 0; i < count; i++) {
            int replicate = i;
            rates(resampled(random))
                    .forEach((key, rate) -> Objects.requireNonNull(replicates.get(key))[replicate] = rate);
        }
    }

    /** Names of the methods, in the order of the trials. */
    public List<String> methods() {
        return methods;
    }

    /** Share of the observations of a group that are alarms; for the idle group, the rate of false alarms. */
    public Rate rate(String method, String group, Threshold threshold) {
        Key key = new Key(method, group, threshold);
        return Rate.of(value(key), replicates(key));
    }

    /** Ratio of the alarm rates of two methods in a group. */
    public Rate ratio(String method, String other, String group, Threshold threshold) {
        Key one = new Key(method, group, threshold);
        Key two = new Key(other, group, threshold);
        double[] above = replicates(one);
        double[] below = replicates(two);
        double[] ratios = new double[above.length];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return Rate.of(value(one) / value(two), ratios);
    }

    private double value(Key key) {
        return Objects.requireNonNull(values.get(key), () -> "no trials of " + key);
    }

    private double[] replicates(Key key) {
        return Objects.requireNonNull(replicates.get(key), () -> "no trials of " + key);
    }

    /** An archive and, by group, the indices of the scenes that are counted, possibly more than once. */
    private record Draw(long archive, Map<String, List<Integer>> scenes) {}

    private List<Draw> original() {
        return archives.stream()
                .map(archive -> draw(archive, (index, _) -> index))
                .toList();
    }

    private List<Draw> resampled(RandomGenerator random) {
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < archives.size(); i++) {
            draws.add(draw(archives.get(random.nextInt(archives.size())), (_, count) -> random.nextInt(count)));
        }
        return draws;
    }

    private Draw draw(long archive, IntBinaryOperator choice) {
        Map<String, List<Integer>> scenes = new HashMap<>();
        for (String group : groups) {
            int count = methods.stream()
                    .mapToInt(method -> scenes(method, archive, group).size())
                    .max()
                    .orElse(0);
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                chosen.add(choice.applyAsInt(i, count));
            }
            scenes.put(group, chosen);
        }
        return new Draw(archive, scenes);
    }

    private List<List<Double>> scenes(String method, long archive, String group) {
        SceneTails found = tails.get(new Cluster(method, archive, group));
        return found == null ? List.of() : found.scenes;
    }

    private Map<Key, Double> rates(List<Draw> draws) {
        Map<Key, Double> rates = new HashMap<>();
        for (String method : methods) {
            double oracle = oracle(method, draws);
            for (String group : groups) {
                double[] scores = scores(method, group, draws);
                rates.put(new Key(method, group, Threshold.ORACLE), share(scores, oracle));
                rates.put(new Key(method, group, Threshold.NOMINAL), share(scores, FALSE_ALARMS));
            }
        }
        return rates;
    }

    private double oracle(String method, List<Draw> draws) {
        double[] scores = scores(method, idle, draws);
        Arrays.sort(scores);
        return scores.length == 0 ? 0 : scores[(int) (FALSE_ALARMS * scores.length)];
    }

    private double[] scores(String method, String group, List<Draw> draws) {
        List<Double> scores = new ArrayList<>();
        for (Draw draw : draws) {
            List<List<Double>> scenes = scenes(method, draw.archive, group);
            for (int scene : Objects.requireNonNull(draw.scenes.get(group))) {
                if (scene < scenes.size()) {
                    scores.addAll(scenes.get(scene));
                }
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double share(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(p -> p < threshold).count() / (double) Math.max(1, scores.length);
    }
}
