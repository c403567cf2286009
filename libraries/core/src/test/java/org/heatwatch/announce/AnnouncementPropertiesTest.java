package org.heatwatch.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.heatwatch.history.SiteHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, and in whatever order it becomes known. Passes come late, twice, and are better known later. */
final class AnnouncementPropertiesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 3);
    private static final int PASSES = 28;
    private static final int REPEAT_DAYS = 8;
    private static final int LATEST_DAYS = 24;

    /** A reading of a pass that becomes known on a day. */
    private record Arrival(LocalDate known, LocalDate pass, List<Object> deviations) {}

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, 60).boxed().toList();
    }

    private static List<Arrival> arrivals(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        double[] level = new double[3];
        for (int i = 0; i < PASSES; i++) {
            LocalDate pass = FIRST.plusDays((long) REPEAT_DAYS * i);
            for (int f = 0; f < level.length; f++) {
                if (random.nextDouble() < 0.12) {
                    level[f] = level[f] > 0 ? 0 : 3 + 4 * random.nextDouble();
                }
            }
            int readings = random.nextDouble() < 0.3 ? 0 : 1 + random.nextInt(3);
            LocalDate known = pass;
            for (int r = 0; r < readings; r++) {
                known = known.plusDays(random.nextInt(LATEST_DAYS / 2));
                Arrival arrival = new Arrival(known, pass, deviations(level, random));
                arrivals.addAll(Collections.nCopies(1 + random.nextInt(2), arrival));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::known));
        return arrivals;
    }

    private static List<Object> deviations(double[] level, Random random) {
        List<Object> deviations = new ArrayList<>();
        for (int f = 0; f < level.length; f++) {
            deviations.add("factory-" + (f + 1));
            deviations.add(level[f] + random.nextGaussian());
        }
        return deviations;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingIsToldOnceAndWhatIsTakenBackIsSaid(int seed) {
        Watch watch = new Watch();
        Story story = new Story();
        Map<String, News> last = new HashMap<>();
        LocalDate day = FIRST;
        for (Arrival arrival : arrivals(new Random(seed))) {
            story.pass(arrival.pass().toString(), arrival.deviations().toArray());
            day = arrival.known();
            for (News news : watch.run(story.asOf(day.toString()))) {
                follows(last.put(news.marker().key(), news), news, day);
            }
        }
        SiteHistory end = story.asOf(day.toString());
        assertThat(watch.run(end)).isEmpty();
        assertThat(watch.markers().stream()
                        .filter(m -> m.topic() != Topic.DIGEST && m.stands())
                        .map(m -> m.subject() + m.topic() + m.date()))
                .containsExactlyInAnyOrderElementsOf(Occurrences.of(end).stream()
                        .map(o -> o.subject() + o.topic() + o.date())
                        .toList());
        for (Marker marker : watch.markers()) {
            if (marker.told() && marker.topic() != Topic.DIGEST) {
                News news = Objects.requireNonNull(last.get(marker.key()));
                assertThat(news.change() == News.Change.WITHDRAWN).isEqualTo(!marker.stands());
                assertThat(news.marker().date()).isEqualTo(marker.date());
            }
        }
    }

    private static void follows(@Nullable News before, News news, LocalDate day) {
        boolean stood = before != null && before.change() != News.Change.WITHDRAWN;
        switch (news.change()) {
            case NEW -> {
                assertThat(before).isNull();
                assertThat(news.marker().date()).isAfterOrEqualTo(day.minusDays(Announcements.NEWS_DAYS));
            }
            case MOVED, WITHDRAWN -> assertThat(stood).isTrue();
            case REINSTATED -> assertThat(before != null && !stood).isTrue();
        }
        assertThat(news.kind() == Kind.REVISION).isEqualTo(news.change() != News.Change.NEW);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheMarkersMakesNoDifference(int seed) {
        Random random = new Random(seed);
        Watch watch = new Watch();
        Story story = new Story();
        for (Arrival arrival : arrivals(random)) {
            story.pass(arrival.pass().toString(), arrival.deviations().toArray());
            SiteHistory history = story.asOf(arrival.known().toString());
            List<Marker> shuffled = new ArrayList<>(watch.markers());
            Collections.shuffle(shuffled, random);
            assertThat(Announcements.due(history, shuffled)).isEqualTo(Announcements.due(history, watch.markers()));
            watch.run(history);
        }
    }
}
