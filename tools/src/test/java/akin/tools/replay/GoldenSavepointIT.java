package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import akin.jobs.config.AkinSettings;
import akin.models.component.Learning;
import akin.models.quality.Slice;
import akin.tools.logs.MessageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Savepoints of released versions start this build, which learns on as if it had learned everything itself. */
class GoldenSavepointIT {
    @TempDir
    private Path folder;

    private RunMetrics run(AkinSettings settings, MessageLog log, String from) throws Exception {
        return new LogJob(settings, "rest", log, folder).from(from).run(counts -> {});
    }

    /** What came first was learned in batches of other moments by then, so that the bytes can't be the same. */
    @ParameterizedTest
    @CsvSource({"0.1.0, 2, heap", "0.1.0, 1, rocksdb", "0.1.0, 3, heap", GoldenSavepoint.WITHOUT_SLOTS + ", 2, heap"})
    void aReleasedVersionsSavepointGoesOn(String version, int parallelism, String backend) throws Exception {
        Path log = GoldenSavepoint.log(folder);
        AkinSettings settings =
                GoldenSavepoint.settings("stream.parallelism=" + parallelism, "checkpoints.state_backend=" + backend);
        MessageLog rest = GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE);
        RunMetrics restored = run(settings, rest, GoldenSavepoint.unpack(version, folder));
        long rankings = rankings();
        RunMetrics undisturbed = run(settings, GoldenSavepoint.part(log, 0, Integer.MAX_VALUE), null);

        assertThat(restored.count("events")).isLessThan(undisturbed.count("events"));
        assertThat(rankings).isPositive().isLessThan(rankings());
        assertThat(counted(restored)).isEqualTo(counted(undisturbed));
        // Version 0.1.0 tested carts of what was looked at before as choices of their own; these sums were taken over.
        assertThat(tested(restored)).isGreaterThan(tested(undisturbed)).isLessThan(2 * tested(undisturbed));
        for (String learner : undisturbed.learning().keySet()) {
            Learning expected = undisturbed.learning().get(learner);
            Learning learned = restored.learning().get(learner);
            // It took reloads for examples as well.
            assertThat(learned.examples()).as(learner).isCloseTo(expected.examples(), withinPercentage(10));
            assertThat(learned.refused()).as(learner).isZero();
            assertThat(learned.loss()).as(learner).isCloseTo(expected.loss(), withinPercentage(15));
        }
    }

    /** Whoever means to learn or rank otherwise writes the savepoint again, see {@link GoldenSavepoint#main}. */
    @ParameterizedTest
    @CsvSource({"2, heap", "1, rocksdb", "3, heap"})
    void theNextVersionGoesOnToTheByte(int parallelism, String backend) throws Exception {
        Path log = GoldenSavepoint.log(folder);
        AkinSettings settings = GoldenSavepoint.nextSettings(
                "stream.parallelism=" + parallelism, "checkpoints.state_backend=" + backend);
        MessageLog rest = GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE);
        RunMetrics restored = run(settings, rest, GoldenSavepoint.unpack(GoldenSavepoint.NEXT, folder));
        List<String> rankings = Files.readAllLines(folder.resolve("rankings.jsonl"));
        RunMetrics undisturbed = run(settings, GoldenSavepoint.part(log, 0, Integer.MAX_VALUE), null);
        List<String> all = Files.readAllLines(folder.resolve("rankings.jsonl"));

        assertThat(restored.digest()).isEqualTo(undisturbed.digest());
        assertThat(rankings).hasSizeGreaterThan(100).isEqualTo(all.subList(all.size() - rankings.size(), all.size()));
    }

    private long rankings() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("rankings.jsonl"))) {
            return lines.count();
        }
    }

    private static long tested(RunMetrics metrics) {
        return metrics.quality().get("popular").get(Slice.ALL).positions();
    }

    /** Visits and items of each shard. */
    private static List<List<Long>> counted(RunMetrics metrics) {
        return metrics.shards().stream()
                .map(shard -> List.of((long) shard.shard(), shard.visits(), (long) shard.items()))
                .toList();
    }

    @Test
    void whatTheSavepointHadLearnedMatters() throws Exception {
        MessageLog rest = GoldenSavepoint.part(GoldenSavepoint.log(folder), GoldenSavepoint.LEARNED, Integer.MAX_VALUE);
        AkinSettings settings = GoldenSavepoint.settings();

        assertThat(run(settings, rest, null).digest())
                .isNotEqualTo(run(settings, rest, GoldenSavepoint.unpack("0.1.0", folder))
                        .digest());
    }
}
