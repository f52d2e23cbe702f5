package akin.tools.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.jobs.config.AkinSettings;
import akin.models.recommender.Recommender;
import akin.state.savepoint.SavedJob;
import akin.tools.logs.MessageLog;
import akin.tools.replay.GoldenSavepoint;
import akin.tools.replay.LogJob;
import akin.tools.replay.RunMetrics;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationIT {
    @TempDir
    private Path folder;

    private Path log;
    private String to;

    @BeforeEach
    void place() throws IOException {
        log = GoldenSavepoint.log(folder);
        to = folder.resolve("to").toUri().toString();
    }

    private LogJob job(AkinSettings settings, String name, MessageLog messages) {
        return new LogJob(settings, name, messages, folder);
    }

    private String saved(SavepointFormatType format, String... assignments) throws Exception {
        return job(GoldenSavepoint.settings(assignments), "log", GoldenSavepoint.part(log, 0, GoldenSavepoint.LEARNED))
                .runAndSave(counts -> {}, folder.resolve("from").toUri().toString(), format)
                .path();
    }

    private static Migration migration(String from, String... assignments) throws Exception {
        return Migration.of(SavedJob.open(from), shape -> {
            List<String> all = new ArrayList<>(shape);
            all.addAll(List.of(assignments));
            return AkinSettings.load(null, all);
        });
    }

    private static Map<Integer, String> digests(String savepoint, AkinSettings before, AkinSettings after)
            throws Exception {
        Map<Integer, String> digests = new TreeMap<>();
        SavedJob.open(savepoint).forEachShard(before.recommender(), shard -> {
            Recommender adopted = new Recommender(after.recommender());
            adopted.adopt(shard.recommender());
            digests.put(
                    shard.number(), HexFormat.of().formatHex(adopted.memory().digest()));
        });
        return digests;
    }

    private static Map<String, ByteBuffer> bytes(String savepoint) throws IOException {
        Map<String, ByteBuffer> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(URI.create(savepoint)))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "CANONICAL, heap, embedding.dimensions=3, 1, rocksdb",
        "CANONICAL, heap, embedding.dimensions=9, 3, heap",
        "NATIVE, heap, covisit.neighbours=8, 2, heap",
        "CANONICAL, heap, embedding.optimizer=adam, 2, heap",
        "NATIVE, rocksdb, embedding.window=3, 3, rocksdb",
        "CANONICAL, rocksdb, embedding.learners=[personalized], 2, heap"
    })
    void whatIsMigratedStartsAndLearnsOn(
            SavepointFormatType format, String backend, String change, int parallelism, String laterBackend)
            throws Exception {
        String from = saved(format, "checkpoints.state_backend=" + backend);
        Map<String, ByteBuffer> untouched = bytes(from);
        migration(from, change).write(to);
        AkinSettings before = GoldenSavepoint.settings();
        AkinSettings after = GoldenSavepoint.settings(
                change, "stream.parallelism=" + parallelism, "checkpoints.state_backend=" + laterBackend);

        assertThat(bytes(from)).isEqualTo(untouched);
        assertThat(digests(to, after, after)).hasSize(2).isEqualTo(digests(from, before, after));
        delete(from);
        // The job's place in the log is kept too: it was at its end.
        RunMetrics still = job(after, "log", GoldenSavepoint.part(log, 0, GoldenSavepoint.LEARNED))
                .from(to)
                .run(counts -> {});
        RunMetrics learned = job(after, "rest", GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE))
                .from(to)
                .run(counts -> {});
        assertThat(still.count("events")).isZero();
        assertThat(learned.count("events")).isEqualTo(GoldenSavepoint.EVENTS_LEFT);
        assertThat(learned.digest()).isNotEqualTo(still.digest());
    }

    /** The new savepoint holds by itself. */
    private static void delete(String savepoint) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(URI.create(savepoint)))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void thereAndBackAgainThroughALargerShapeNothingIsLost() throws Exception {
        String from = saved(SavepointFormatType.CANONICAL);
        migration(from, "embedding.reservoir=2048", "pool.size=60").write(to);
        String back = folder.resolve("back").toUri().toString();
        migration(to, "embedding.reservoir=1024", "pool.size=30").write(back);
        AkinSettings settings = GoldenSavepoint.settings();
        MessageLog rest = GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE);

        assertThat(job(settings, "rest", rest).from(back).run(counts -> {}).digest())
                .isEqualTo(
                        job(settings, "rest", rest).from(from).run(counts -> {}).digest());
    }

    @Test
    void saysWhatIsLost() throws Exception {
        String from = saved(SavepointFormatType.CANONICAL);

        assertThat(
                        migration(from, "embedding.dimensions=3", "embedding.learners=[item2vec]", "pool.size=40")
                                .changes()
                                .stream()
                                .map(Change::toString))
                .containsExactly(
                        "embedding.dimensions 4 -> 3: each learner's vectors keep the 3 axes that carry most of their "
                                + "length, what lies along the others is lost",
                        "pool.size 30 -> 40: nothing is lost",
                        "personalized on -> off: its vectors and figures are lost",
                        "personalized-cart on -> off: its vectors and figures are lost",
                        "supervised on -> off: its vectors and figures are lost");
        assertThatThrownBy(() -> migration(from, "shards.count=3"))
                .hasMessageStartingWith("shards.count can't be changed from 2 to 3 in a savepoint: ")
                .hasMessageEndingWith("learn anew with ./akin savepoint bootstrap --format F --data LOG --out TO "
                        + "--set shards.count=3");
        assertThatThrownBy(() -> migration(from, "embedding.shared_table=false"))
                .hasMessageStartingWith("embedding.shared_table can't be changed from true to false in a savepoint: ");
        assertThatThrownBy(() -> migration(from, "wire.max_bytes=100"))
                .hasMessageStartingWith("nothing that shapes memory changes");
        assertThatThrownBy(() ->
                        migration(GoldenSavepoint.unpack(GoldenSavepoint.WITHOUT_SETTINGS, folder), "pool.size=40"))
                .hasMessageContaining("does not tell the settings that shaped its memory");
        Files.createDirectories(Path.of(URI.create(to)));
        assertThatThrownBy(() -> migration(from, "pool.size=40").write(to)).hasMessageContaining("is there already");
    }
}
