package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import akin.jobs.config.AkinSettings;
import akin.models.embedding.Learners;
import akin.models.embedding.Learning;
import akin.tools.logs.MessageLog;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Savepoints of released versions start this build, which learns on as if it had learned everything itself. */
class GoldenSavepointTest {
    @TempDir
    private Path folder;

    private RunMetrics run(AkinSettings settings, MessageLog log, String from) throws Exception {
        return new LogJob(settings, "rest", log, Long.MAX_VALUE, folder)
                .from(from)
                .run(counts -> {});
    }

    @ParameterizedTest
    @CsvSource({"0.1.0, 2, heap", "0.1.0, 1, rocksdb", "0.1.0, 3, heap"})
    void aReleasedVersionsSavepointGoesOn(String version, int parallelism, String backend) throws Exception {
        Path log = GoldenSavepoint.log(folder);
        AkinSettings settings =
                GoldenSavepoint.settings("stream.parallelism=" + parallelism, "checkpoints.state_backend=" + backend);
        MessageLog rest = GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE);
        RunMetrics restored = run(settings, rest, GoldenSavepoint.unpack(version, folder));
        byte[] rankings = Files.readAllBytes(folder.resolve("rankings.jsonl"));
        RunMetrics undisturbed = run(settings, GoldenSavepoint.part(log, 0, Integer.MAX_VALUE), null);
        byte[] all = Files.readAllBytes(folder.resolve("rankings.jsonl"));

        assertThat(restored.count("events")).isLessThan(undisturbed.count("events"));
        assertThat(restored.digest()).isEqualTo(undisturbed.digest());
        assertThat(rankings).isNotEmpty();
        assertThat(new String(all)).endsWith(new String(rankings));
    }

    /** What came first starts from other noise by now, so that the bytes can't be the same. */
    @Test
    void vectorsFromBeforeThereWereSlotsAreLearnedOn() throws Exception {
        Path log = GoldenSavepoint.log(folder);
        AkinSettings settings = GoldenSavepoint.settings();
        MessageLog rest = GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE);
        RunMetrics restored = run(settings, rest, GoldenSavepoint.unpack(GoldenSavepoint.WITHOUT_SLOTS, folder));
        RunMetrics undisturbed = run(settings, GoldenSavepoint.part(log, 0, Integer.MAX_VALUE), null);

        for (String learner : Learners.NAMES) {
            Learning expected = undisturbed.learning().get(learner);
            Learning learned = restored.learning().get(learner);
            assertThat(learned.examples()).as(learner).isEqualTo(expected.examples());
            assertThat(learned.refused()).as(learner).isZero();
            assertThat(learned.loss()).as(learner).isCloseTo(expected.loss(), withinPercentage(10));
        }
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
