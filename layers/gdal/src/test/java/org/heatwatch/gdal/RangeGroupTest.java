package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class RangeGroupTest {
    private static final int WHOLE = 5000;

    @Test
    void rangesAreGroupedUpToTheMaximumGap() {
        assertThat(RangeGroup.of(List.of(range(0, 10), range(110, 5)), 100)).hasSize(1);
        assertThat(RangeGroup.of(List.of(range(0, 10), range(111, 5)), 100)).hasSize(2);
    }

    @Test
    void noRangesGiveNoGroups() {
        assertThat(RangeGroup.of(List.of(), 100)).isEmpty();
    }

    @RepeatedTest(200)
    void groupsAreTheRangesSplitExactlyAtTheWideGaps(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<ByteSource.Range> ranges = randomRanges(random);
        int maxGap = random.nextInt(300);

        List<RangeGroup> groups = RangeGroup.of(ranges, maxGap);

        List<ByteSource.Range> grouped =
                groups.stream().flatMap(group -> group.ranges().stream()).toList();
        assertThat(grouped).containsExactlyInAnyOrderElementsOf(ranges);
        for (int i = 0; i < groups.size(); i++) {
            RangeGroup group = groups.get(i);
            assertThat(group.offset()).isEqualTo(group.ranges().getFirst().offset());
            assertThat(widestGap(group)).isLessThanOrEqualTo(maxGap);
            if (i > 0) {
                RangeGroup before = groups.get(i - 1);
                assertThat(group.offset() - before.offset() - before.length()).isGreaterThan(maxGap);
            }
        }
    }

    @RepeatedTest(50)
    void theAnswersToAllGroupsFillAllRanges(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<ByteSource.Range> ranges = randomRanges(random);
        byte[] whole = new byte[WHOLE];
        random.nextBytes(whole);

        for (RangeGroup group : RangeGroup.of(ranges, 50)) {
            group.scatter(Arrays.copyOfRange(whole, (int) group.offset(), (int) (group.offset() + group.length())));
        }

        for (ByteSource.Range range : ranges) {
            assertThat(range.target().toArray(ValueLayout.JAVA_BYTE))
                    .isEqualTo(Arrays.copyOfRange(whole, (int) range.offset(), (int) range.end()));
        }
    }

    @Test
    void aResponseOfTheWrongLengthIsRejected() {
        RangeGroup group = RangeGroup.of(List.of(range(0, 10)), 0).getFirst();
        assertThatThrownBy(() -> group.scatter(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }

    private static long widestGap(RangeGroup group) {
        long end = group.offset();
        long widest = 0;
        for (ByteSource.Range range : group.ranges()) {
            widest = Math.max(widest, range.offset() - end);
            end = Math.max(end, range.end());
        }
        assertThat(end).isEqualTo(group.offset() + group.length());
        return widest;
    }

    private static List<ByteSource.Range> randomRanges(Random random) {
        List<ByteSource.Range> ranges = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int length = 1 + random.nextInt(200);
            ranges.add(range(random.nextInt(WHOLE - length), length));
        }
        return ranges;
    }

    private static ByteSource.Range range(long offset, int length) {
        return new ByteSource.Range(offset, MemorySegment.ofArray(new byte[length]));
    }
}
