package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
 * How often methods raise an alarm, with intervals from a bootstrap that draws archives and in them scenes, the same for
 * all methods: facilities of one scene and scenes of one archive are not independent.
 */
public final class Detections {
    /** When a score is an alarm. */
    public enum Threshold {
        /** One idle look in a hundred is beyond, counted over all archives and facilities together. */
        ORACLE,
        /** The method itself gives an idle facility a chance of less than one in a hundred. */
        NOMINAL
    }

    private static final double FALSE_ALARMS = 0.01;

    private record Key(String method, String group, Threshold threshold) {}

    private record Place(String method, long archive, String group) {}

    /** Tail probabilities, scene by scene; empty where a method judged nothing. */
    private record Looks(List<List<Double>> scenes) {}

    private final List<String> methods;
    private final List<Long> archives;
    private final List<String> groups;
    private final String idle;
    private final Map<Place, Looks> looks = new HashMap<>();
    private final Map<Key, Double> values;
    private final Map<Key, double[]> replicates = new HashMap<>();

    private Detections(List<Trial> trials, String idle) {
        Set<String> names = new LinkedHashSet<>();
        Set<Long> seeds = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        Map<Place, Map<String, List<Double>>> byScene = new HashMap<>();
        Map<Place, Set<String>> dates = new HashMap<>();
        for (Trial trial : trials) {
            names.add(trial.method());
            seeds.add(trial.archive());
            kinds.add(trial.group());
            byScene.computeIfAbsent(new Place(trial.method(), trial.archive(), trial.group()), _ -> new TreeMap<>())
                    .computeIfAbsent(trial.date().toString(), _ -> new ArrayList<>())
                    .add(trial.score().tailProbability());
            dates.computeIfAbsent(new Place("", trial.archive(), trial.group()), _ -> new TreeSet<>())
                    .add(trial.date().toString());
        }
        byScene.forEach((place, scenes) -> {
            Set<String> all = Objects.requireNonNull(dates.get(new Place("", place.archive, place.group)));
            looks.put(
                    place,
                    new Looks(all.stream()
                            .map(date -> scenes.getOrDefault(date, List.of()))
                            .toList()));
        });
        this.methods = List.copyOf(names);
        this.archives = List.copyOf(seeds);
        this.groups = List.copyOf(kinds);
        this.idle = idle;
        this.values = rates(asTheyAre());
    }

    /**
     * Counts alarms.
     *
     * @param idle name of the group of test scenes in which nothing is on
     * @param replicates of the bootstrap
     * @param seed of the bootstrap
     */
    public static Detections of(List<Trial> trials, String idle, int replicates, long seed) {
        Detections detections = new Detections(trials, idle);
        RandomGenerator random = RandomStreams.of(seed, "bootstrap");
        for (Key key : detections.values.keySet()) {
            detections.replicates.put(key, new double[replicates]);
        }
        for (int i = 0; i < replicates; i++) {
            int replicate = i;
            detections
                    .rates(detections.resampled(random))
                    .forEach((key, rate) -> Objects.requireNonNull(detections.replicates.get(key))[replicate] = rate);
        }
        return detections;
    }

    /** In the order of the trials. */
    public List<String> methods() {
        return methods;
    }

    /** Share of the looks of a group that are alarms: with the idle group and the nominal threshold, of false ones. */
    public Rate rate(String method, String group, Threshold threshold) {
        Key key = new Key(method, group, threshold);
        return Rate.of(value(key), replicates(key));
    }

    /** How many times as often one method detects as another does. */
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

    /** An archive and, by group, the scenes that are counted, some of them more than once. */
    private record Draw(long archive, Map<String, List<Integer>> scenes) {}

    private List<Draw> asTheyAre() {
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
        Looks found = looks.get(new Place(method, archive, group));
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
