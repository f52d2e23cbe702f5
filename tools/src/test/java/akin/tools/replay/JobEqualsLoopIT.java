package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akin.jobs.config.AkinSettings;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.quality.Slice;
import akin.tools.logs.Logs;
import akin.tools.logs.MessageIterator;
import akin.tools.logs.MessageLog;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Flink job equals the plain for-loop to the byte: at any parallelism, on both backends, across restores. */
class JobEqualsLoopIT {
    private static final int EVENTS = 8000;

    @TempDir
    private Path folder;

    private static AkinSettings settings(String... assignments) {
        List<String> all = new ArrayList<>(List.of(
                "ranking.order=event-time", "shards.count=4", "embedding.dimensions=16", "embedding.negatives=16"));
        all.addAll(Arrays.asList(assignments));
        return AkinSettings.load(null, all);
    }

    private static MessageIterator shop() {
        return shop(EVENTS);
    }

    private static MessageIterator shop(int events) {
        return new Limited(new Shop(ShopSettings.demo(7)), events, () -> false);
    }

    /**
     * Returns a number of events, from a least one on, after which none comes that is earlier than those before: at the end
     * of a log event time catches up with them.
     */
    private static int quietMoment(int least) throws IOException {
        List<Long> times = new ArrayList<>();
        try (MessageIterator messages = shop()) {
            messages.forEachRemaining(message -> {
                if (message instanceof Message.ShopEvent) {
                    times.add(message.timestamp());
                }
            });
        }
        return IntStream.range(least, times.size())
                .filter(at -> Collections.max(times.subList(0, at)) < Collections.min(times.subList(at, times.size())))
                .findFirst()
                .orElseThrow();
    }

    /** What the loop makes of a log: its digest, and the hashes of its rankings as lines, in the order of a file. */
    private record Expected(String digest, List<String> rankings) {
        static Expected of(AkinSettings settings, MessageLog log) throws IOException {
            PlainLoop loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards());
            try (MessageIterator messages = log.open()) {
                messages.forEachRemaining(loop::add);
            }
            MessageWriter writer = new MessageWriter();
            List<Line> lines = new ArrayList<>();
            loop.run(ranking ->
                    lines.add(new Line(ranking.timestamp(), ranking.rankingId(), hash(writer.ranking(ranking)))));
            lines.sort(Comparator.comparingLong(Line::timestamp).thenComparing(Line::rankingId));
            return new Expected(
                    PlainLoop.digest(loop.reports()),
                    lines.stream().map(Line::hash).toList());
        }

        /** A ranking's place in the file; the rankings of a whole log would fill the heap. */
        private record Line(long timestamp, String rankingId, String hash) {}
    }

    private static String hash(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the hashes of the lines that the job wrote last. */
    private List<String> rankings() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("rankings.jsonl"))) {
            return lines.map(line -> hash(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    private LogJob job(AkinSettings settings, MessageLog log) {
        return new LogJob(settings, "test", log, folder);
    }

    private void assertEqual(RunMetrics metrics, Expected expected) throws IOException {
        assertThat(metrics.digest()).isEqualTo(expected.digest());
        assertThat(rankings()).isEqualTo(expected.rankings());
    }

    @ParameterizedTest
    @CsvSource({
        "hash, 1, heap",
        "hash, 2, heap",
        "hash, 4, heap",
        "hash, 2, rocksdb",
        "category, 2, heap",
        "one, 2, heap"
    })
    void onASimulatedShop(String by, int parallelism, String backend) throws Exception {
        AkinSettings settings = settings(
                "shards.by=" + by, "stream.parallelism=" + parallelism, "checkpoints.state_backend=" + backend);
        RunMetrics metrics = job(settings, JobEqualsLoopIT::shop).run(counts -> {});

        assertThat(metrics.count("events")).isEqualTo(EVENTS);
        assertThat(metrics.count("late")).isZero();
        assertThat(metrics.count("duplicates")).isPositive();
        assertEqual(metrics, Expected.of(settings, JobEqualsLoopIT::shop));
    }

    @ParameterizedTest
    @CsvSource({
        "uci-clothing, uci-clothing/eshop_clothing_2008.csv.gz, category",
        "jdata, jdata/train_events.csv.gz, hash"
    })
    void onRealLogs(String format, String file, String by) throws Exception {
        Path path = Path.of(System.getProperty("akin.data", "none"), file);
        assumeTrue(Files.exists(path), "skipped: " + path + " is not here (set -Dakin.data)");
        String name = path.toString();
        MessageLog log = Logs.of(format, Path.of(name));
        AkinSettings settings = settings("shards.by=" + by, "stream.parallelism=2", "stream.watermark_step=1m");

        assertEqual(job(settings, log).run(counts -> {}), Expected.of(settings, log));
    }

    @Test
    void withCheckpointsOnTheWay() throws Exception {
        AkinSettings settings = settings(
                "shards.by=hash",
                "stream.parallelism=2",
                "checkpoints.interval=50ms",
                "checkpoints.directory=" + folder.resolve("checkpoints").toUri());
        RunMetrics metrics =
                job(settings, JobEqualsLoopIT::shop).withCheckpoints().run(counts -> {});

        assertEqual(metrics, Expected.of(settings, JobEqualsLoopIT::shop));
    }

    @ParameterizedTest
    @CsvSource({"heap, 2, 2", "heap, 2, 4", "heap, 4, 1", "rocksdb, 1, 2"})
    void stoppedInTheMiddleAndRestored(String backend, int parallelism, int later) throws Exception {
        String state = "checkpoints.state_backend=" + backend;
        AkinSettings before = settings("shards.by=hash", "stream.parallelism=" + parallelism, state);
        int stopped = quietMoment(EVENTS / 3);
        LogJob.Saved saved = job(before, () -> shop(stopped))
                .runAndSave(counts -> {}, folder.resolve("savepoint").toUri().toString());
        List<String> rankings = new ArrayList<>(rankings());
        AkinSettings after = settings("shards.by=hash", "stream.parallelism=" + later, state);
        RunMetrics metrics =
                job(after, JobEqualsLoopIT::shop).from(saved.path()).run(counts -> {});
        rankings.addAll(rankings());
        Expected expected = Expected.of(after, JobEqualsLoopIT::shop);

        assertThat(saved.metrics().count("events")).isEqualTo(stopped);
        assertThat(metrics.digest()).isEqualTo(expected.digest());
        assertThat(rankings).hasSameElementsAs(expected.rankings()).hasSameSizeAs(expected.rankings());
    }

    @Test
    void qualityOverTimeIsTheSameAtAnyParallelism() throws Exception {
        List<List<String>> files = new ArrayList<>();
        for (int parallelism : new int[] {1, 3}) {
            RunMetrics metrics = job(
                            settings("shards.by=category", "stream.parallelism=" + parallelism), JobEqualsLoopIT::shop)
                    .run(counts -> {});
            List<String> lines = Files.readAllLines(folder.resolve("quality.jsonl"));
            assertThat(lines.stream().mapToLong(JobEqualsLoopIT::positions).sum())
                    .isEqualTo(metrics.quality().get("popular").get(Slice.ALL).positions());
            files.add(lines);
        }

        assertThat(files.get(0)).hasSizeGreaterThan(3).isEqualTo(files.get(1));
    }

    private static long positions(String line) {
        return Long.parseLong(line.replaceAll(".*\"popular\":\\{\"positions\":(\\d+).*", "$1"));
    }

    @Test
    void aSavepointAtTheEndIsWhereAnotherLogGoesOn() throws Exception {
        AkinSettings settings = settings("shards.by=hash", "stream.parallelism=2");
        LogJob.Saved saved = job(settings, JobEqualsLoopIT::shop)
                .runAndSave(counts -> {}, folder.resolve("savepoint").toUri().toString());
        assertThat(saved.metrics().count("events")).isEqualTo(EVENTS);
        MessageLog none = () -> shop(0);
        RunMetrics metrics =
                new LogJob(settings, "another", none, folder).from(saved.path()).run(counts -> {});

        assertThat(metrics.digest()).isEqualTo(saved.metrics().digest());
    }
}
