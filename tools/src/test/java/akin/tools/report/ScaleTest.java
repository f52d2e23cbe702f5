package akin.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static List<String> labels(Scale.Tick[] ticks) {
        return Stream.of(ticks).map(Scale.Tick::label).toList();
    }

    @Test
    void ticksAreRound() {
        assertThat(labels(new Scale(0, 0.66, 0, 100).rounded(5).ticks(7, 100, "%")))
                .containsExactly("0%", "20%", "40%", "60%", "80%");
        assertThat(labels(new Scale(0.197, 0.65, 0, 100).rounded(5).ticks(7, 1, "")))
                .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7");
        assertThat(labels(Scale.over(0, 0.004, 0, 1).ticks(4, 100, "%")))
                .containsExactly("0.0%", "0.1%", "0.2%", "0.3%", "0.4%");
    }

    @Test
    void equalValuesHaveRoom() {
        for (double value : new double[] {0, 0.5, -3, 1e9}) {
            Scale scale = Scale.over(value, value, 0, 100);
            assertThat(scale.at(value)).isBetween(1.0, 99.0);
            assertThat(scale.rounded(5).ticks(7, 1, "")).hasSizeBetween(2, 9);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05T08:00:10Z|2026-01-05T08:00:13Z|08:00:10, 08:00:11, 08:00:12, 08:00:13",
                "2026-01-05T08:01:00Z|2026-01-05T08:15:50Z|08:02, 08:04, 08:06, 08:08, 08:10, 08:12, 08:14",
                "2026-01-05T23:00:00Z|2026-01-06T12:00:00Z|6 Jan 00:00, 6 Jan 03:00, 6 Jan 06:00, 6 Jan 09:00, 6 Jan 12:00",
                "2008-02-26T05:00:00Z|2008-03-02T05:00:00Z|27 Feb, 28 Feb, 29 Feb, 1 Mar, 2 Mar",
                "2008-04-01T00:00:00Z|2008-08-13T00:00:00Z|Apr 2008, May 2008, Jun 2008, Jul 2008, Aug 2008",
                "1999-04-01T00:00:00Z|2004-08-13T00:00:00Z|2000, 2001, 2002, 2003, 2004",
                "0001-01-01T00:00:00Z|9000-01-01T00:00:00Z|"
            })
    void timesAreRound(Instant from, Instant to, String labels) {
        Scale scale = new Scale(from.toEpochMilli(), to.toEpochMilli(), 0, 100);

        List<String> ticks = labels(TimeTicks.over(scale));
        if (labels != null) {
            assertThat(String.join(", ", ticks)).isEqualTo(labels);
        } else {
            assertThat(ticks).hasSizeLessThan(1000);
        }
    }

    @Test
    void namesAreAtLeastALineApart() {
        assertThat(Curves.apart(new double[] {10, 12, 90}, 0, 100)).containsExactly(10, 26, 90);
        assertThat(Curves.apart(new double[] {95, 96, 97}, 0, 100)).containsExactly(68, 84, 100);
        assertThat(Curves.apart(new double[] {5, 5, 5}, 0, 20)).containsExactly(0, 10, 20);
        assertThat(Curves.apart(new double[0], 0, 20)).isEmpty();
    }

    @Test
    void labelsKeepClearOfEachOther() {
        Labels labels = new Labels(0, 0, 200, 200);
        labels.keepFree(100, 100, 5);
        var first = labels.place("first", 100, 100, 5);
        var second = labels.place("second", 100, 100, 5);

        assertThat(first.intersects(second)).isFalse();
        assertThat(first.contains(100, 100) || second.contains(100, 100)).isFalse();
        assertThat(labels.place("x".repeat(100), 100, 100, 5)).isNull();
    }
}
