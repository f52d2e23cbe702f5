package akin.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import akin.bench.Expected;
import akin.jobs.config.AkinSettings;
import akin.models.loop.PlainLoop;
import akin.models.recommender.ShardReport;
import akin.operators.ShardsOperator;
import akin.tools.simulation.ShopSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code ./akin bench hostile}. */
class HostileIT {
    @TempDir
    private Path folder;

    private AkinSettings settings(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "embedding.learners=[item2vec]",
                "embedding.dimensions=16",
                "sessions.history_expiry=30m",
                "catalog.idle_expiry=1h",
                "stream.parallelism=2",
                "checkpoints.interval=1s",
                "checkpoints.directory=" + folder.toUri()));
        all.addAll(List.of(more));
        return AkinSettings.load(null, all);
    }

    private static HostileSettings hostile(double share, int botEvents) {
        return new HostileSettings(
                ShopSettings.load(3, 500, 2000, 2), Duration.ofHours(4), Duration.ZERO, share, botEvents);
    }

    /** What is expected is told by a loop over the same records. */
    @Test
    void nothingIsLostAndTheModelIsThatOfALoopWhateverIsSent() throws Exception {
        AkinSettings settings = settings("sessions.waiting_events=10000");
        HostileSettings hostile = hostile(0.2, 2000);

        HostileRun.Outcome outcome = new HostileRun(settings, hostile).run(1, sample -> {});

        assertThat(outcome.lost()).isZero();
        assertThat(outcome.lettersLost()).isZero();
        assertThat(outcome.missing()).isZero();
        assertThat(outcome.total("failures")).isZero();
        assertThat(outcome.counts().deadLetters()).isGreaterThan(1000);
        Expected expected = new Expected(settings);
        try (HostileLog log = new HostileLog(hostile, settings.wire(), new Unwatched())) {
            while (log.hasNext()) {
                expected.add(log.next());
            }
        }
        String digest = expected.digest(Long.MIN_VALUE);
        assertThat(outcome.counts().lateEvents()).isEqualTo(expected.late());
        assertThat(digest(outcome)).isEqualTo(digest);
    }

    /** Which events those are is no matter of how fast any part of the job is. */
    @Test
    void aBotsBurstsBeyondTheCeilingAreSetAsideTheSameAtAnyParallelism() throws Exception {
        Set<String> digests = new HashSet<>();
        for (int parallelism : new int[] {1, 4}) {
            AkinSettings settings = settings("sessions.waiting_events=100", "stream.parallelism=" + parallelism);
            HostileRun.Outcome outcome = new HostileRun(settings, hostile(0.01, 2000)).run(1, sample -> {});

            assertThat(outcome.lost()).isZero();
            assertThat(outcome.lettersLost()).isZero();
            assertThat(outcome.missing()).isZero();
            assertThat(outcome.total("over_waiting")).isEqualTo(4 * (2000 / 4 - 100));
            digests.add(digest(outcome));
        }
        assertThat(digests).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static String digest(HostileRun.Outcome outcome) {
        return PlainLoop.digest((List<ShardReport>) outcome.totals().get(ShardsOperator.LAST_REPORTS));
    }

    private static final class Unwatched implements HostileLog.Progress {
        @Override
        public void at(long eventTime) {}

        @Override
        public void asked(String eventId) {}

        @Override
        public void offered() {}
    }
}
