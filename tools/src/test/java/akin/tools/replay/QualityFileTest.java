package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("quality.jsonl");
    }

    /** The report of a shard whose positions all had their target at rank 1, or at no rank. */
    private static ShardReport report(int shard, long timestamp, int hits, int misses) {
        Figures figures = Figures.NONE;
        for (int i = 0; i < hits + misses; i++) {
            figures = figures.plus(i < hits ? 1 : 0);
        }
        Map<Slice, Figures> slices = Map.of(Slice.ALL, figures);
        return new ShardReport(
                shard, timestamp, hits + misses, 0, 0, null, Map.of("popular", slices), Map.of(), Map.of(), null);
    }

    private static SinkWriter.Context at(long timestamp) {
        return new SinkWriter.Context() {
            @Override
            public long currentWatermark() {
                return Long.MIN_VALUE;
            }

            @Override
            public Long timestamp() {
                return timestamp;
            }
        };
    }

    private static String line(long timestamp, int visits, String share) {
        return "{\"timestamp\":" + timestamp + ",\"visits\":" + visits + ",\"quality\":{\"popular\":{\"positions\":"
                + visits + ",\"hit@5\":" + share + ",\"hit@10\":" + share + ",\"hit@20\":" + share + ",\"mrr@20\":"
                + share + "}}}";
    }

    @Test
    void aLineIsTheIntervalOfAllShards() throws Exception {
        SinkWriter<ShardReport> writer = new QualityFile(file(), false).createWriter(null);

        writer.write(report(0, 9, 1, 1), at(10));
        writer.write(report(0, 19, 2, 2), at(20));
        writer.write(report(1, 8, 2, 0), at(10));
        writer.flush(false);
        assertThat(Files.readString(file())).isEmpty();
        writer.writeWatermark(new Watermark(10));
        writer.write(report(1, 8, 2, 0), at(20));
        writer.write(report(2, 18, 0, 2), at(20));
        writer.writeWatermark(new Watermark(20));
        writer.write(report(1, 8, 2, 0), at(30));
        writer.write(report(2, 25, 1, 2), at(30));
        writer.flush(true);
        writer.close();

        assertThat(Files.readAllLines(file()))
                .isEqualTo(List.of(line(9, 4, "0.75"), line(19, 4, "0.25"), line(25, 1, "1.0")));
    }

    @Test
    void leavesOutIdleIntervalsAndWhatAnEarlierJobLearned() throws IOException, InterruptedException {
        SinkWriter<ShardReport> writer = new QualityFile(file(), true).createWriter(null);
        writer.write(report(0, 9, 5, 5), at(10));
        writer.write(report(0, 9, 5, 5), at(20));
        writer.write(report(0, 29, 6, 5), at(30));
        writer.flush(true);

        assertThat(Files.readAllLines(file())).isEqualTo(List.of(line(29, 1, "1.0")));
    }
}
