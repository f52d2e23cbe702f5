package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.component.ItemMap;
import akin.models.component.Learning;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
    private static final Figures HALF = Figures.NONE.plus(1).plus(0);
    private static final Learning LEARNING =
            new Learning(4, 2, 1, List.of(new Learning.Bin(0, 0, 0), new Learning.Bin(4, 1, 2)));
    private static final ItemMap MAP =
            new ItemMap("item2vec", List.of(0.5, 0.25), List.of(new ItemMap.Point("i1", "a/b", 3, -1.5, 2)));

    @TempDir
    private Path folder;

    private static ShardReport report(int shard, ItemMap map) {
        Map<Slice, Figures> slices = Map.of(Slice.ALL, HALF, Slice.CART, Figures.NONE);
        return new ShardReport(
                shard,
                1,
                2,
                0,
                0,
                "00",
                Map.of("popular", slices),
                Map.of("neighbour_recall", 0.5),
                Map.of("item2vec", LEARNING),
                map);
    }

    private String written(String file) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(file).toFile()).toString();
    }

    @Test
    void figuresOfShardsAreAddedUpAndWrittenAsShares() throws Exception {
        Map<String, Long> counts = Map.of("events", 10L, "over_cap", 3L, "late", 1L);
        new RunMetrics(counts, 2, List.of(report(0, MAP), report(1, null)), Map.of()).write(folder);

        assertThat(written("metrics.json"))
                .startsWith("{\"events\":10,\"dead_letters\":0,\"late\":1,\"duplicates\":0,\"visits\":0,\"rankings\":0,"
                        + "\"seconds\":2.0,\"events_per_second\":5,\"model_digest\":\"")
                .contains("\"shards\":2,\"quality\":{\"popular\":{\"all\":{\"positions\":4,"
                        + "\"hit@5\":0.5,\"hit@10\":0.5,\"hit@20\":0.5,\"mrr@20\":0.5,\"ndcg@10\":0.5,\"pool_recall\":0.5}}},"
                        + "\"learning\":{\"item2vec\":{\"examples\":8,\"loss\":0.5,\"refused\":2,\"calibration\":["
                        + "{\"predicted\":0.5,\"observed\":0.25,\"examples\":8}]}}")
                .endsWith(",\"neighbour_recall\":0.5,\"over_cap\":3}");
        assertThat(written("map.json"))
                .isEqualTo("{\"learner\":\"item2vec\",\"explained\":[0.5,0.25],\"items\":[{\"item_id\":\"i1\","
                        + "\"category\":\"a/b\",\"visits\":3,\"x\":-1.5,\"y\":2.0}]}");
    }

    @Test
    void anEvaluationIsTheQualityAndAnOlderMapGoes() throws Exception {
        Files.writeString(folder.resolve("map.json"), "{}");
        new RunMetrics(Map.of(), 0, List.of(report(0, null)), Map.of("popular", Map.of("recall@20", 0.25)))
                .write(folder);

        assertThat(written("metrics.json")).contains("\"quality\":{\"popular\":{\"recall@20\":0.25}}");
        assertThat(folder.resolve("map.json")).doesNotExist();
    }
}
