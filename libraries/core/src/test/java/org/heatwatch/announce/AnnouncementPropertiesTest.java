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

/** Properties for random histories whose passes arrive late, twice and in better versions. */
final class AnnouncementPropertiesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 3);
    private static final int PASSES = 28;
    private static final int REPEAT_DAYS = 8;
    private static final int LATEST_DAYS = 24;

    /** An observation of a pass that arrives on a day. */
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
            int observations = random.nextDouble() < 0.3 ? 0 : 1 + random.nextInt(3);
            LocalDate known = pass;
            for (int r = 0; r < observations; r++) {
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
    void everyEventIsAnnouncedOnceAndEveryWithdrawalToo(int seed) {
        Watch watch = new Watch();
        Story story = new Story();
        Map<String, Announcement> last = new HashMap<>();
        LocalDate day = FIRST;
        for (Arrival arrival : arrivals(new Random(seed))) {
            story.pass(arrival.pass().toString(), arrival.deviations().toArray());
            day = arrival.known();
            for (Announcement announcement : watch.run(story.asOf(day.toString()))) {
                follows(last.put(announcement.record().key(), announcement), announcement, day);
            }
        }
        SiteHistory end = story.asOf(day.toString());
        assertThat(watch.run(end)).isEmpty();
        assertThat(watch.records().stream()
                        .filter(m -> m.topic() != Topic.DIGEST && m.valid())
                        .map(m -> m.subject() + m.topic() + m.date()))
                .containsExactlyInAnyOrderElementsOf(NotableEvents.of(end).stream()
                        .map(o -> o.subject() + o.topic() + o.date())
                        .toList());
        for (AnnouncementRecord record : watch.records()) {
            if (record.announced() && record.topic() != Topic.DIGEST) {
                Announcement announcement = Objects.requireNonNull(last.get(record.key()));
                assertThat(announcement.change() == Announcement.Change.WITHDRAWN)
                        .isEqualTo(!record.valid());
                assertThat(announcement.record().date()).isEqualTo(record.date());
            }
        }
    }

    private static void follows(@Nullable Announcement before, Announcement announcement, LocalDate day) {
        boolean stood = before != null && before.change() != Announcement.Change.WITHDRAWN;
        switch (announcement.change()) {
            case NEW -> {
                assertThat(before).isNull();
                assertThat(announcement.record().date())
                        .isAfterOrEqualTo(day.minusDays(AnnouncementPlanner.ANNOUNCEMENT_DAYS));
            }
            case MOVED, WITHDRAWN -> assertThat(stood).isTrue();
            case REINSTATED -> assertThat(before != null && !stood).isTrue();
        }
        assertThat(announcement.kind() == Kind.REVISION).isEqualTo(announcement.change() != Announcement.Change.NEW);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlanDoesNotDependOnTheOrderOfTheRecords(int seed) {
        Random random = new Random(seed);
        Watch watch = new Watch();
        Story story = new Story();
        for (Arrival arrival : arrivals(random)) {
            story.pass(arrival.pass().toString(), arrival.deviations().toArray());
            SiteHistory history = story.asOf(arrival.known().toString());
            List<AnnouncementRecord> shuffled = new ArrayList<>(watch.records());
            Collections.shuffle(shuffled, random);
            assertThat(AnnouncementPlanner.plan(history, shuffled))
                    .isEqualTo(AnnouncementPlanner.plan(history, watch.records()));
            watch.run(history);
        }
    }
}
