package akin.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.experiment.Arm;
import akin.models.experiment.BucketRange;
import akin.models.experiment.Definitions;
import akin.models.experiment.Experiment;
import akin.models.experiment.FilterVariation;
import akin.models.experiment.Known;
import akin.models.experiment.Layer;
import akin.models.experiment.RampStep;
import akin.models.experiment.Variation;
import akin.models.statistics.Design;
import akin.models.statistics.Guardrail;
import akin.models.statistics.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsReaderTest {
    private static final Known KNOWN =
            new Known(Set.of("similar"), Set.of("popular", "covisit-count", "cre"), Set.of("covisit"));
    private static final String LAYERS = """
            version: 3
            effective_at: 2026-01-01T00:00:00Z
            layers:
              - {name: ranker, salt: s1, hold_out: 0-49}
              - {name: list, salt: s2}
            """;
    private static final String WHOLE = LAYERS + """
            experiments:
              - id: counts
                layer: ranker
                placements: [similar]
                start: 2026-01-02T00:00:00Z
                end: 1768000000000
                arms:
                  - {name: old, buckets: 50-499}
                  - name: new
                    buckets: 500-949
                    ranker: covisit-count
                    sources: [covisit]
                    reranker: cre
                    rerank: 20
                    top: 10
                    category_levels: any
                    matching: [brand]
                    hide_bought: true
                    hide_seen: false
                    price_band: 0.5
                ramp:
                  - {at: 2026-01-02T00:00:00Z, share: 0.1}
                  - {at: 2026-01-03T00:00:00Z, share: 1}
                forced: {tester: new}
                pairs: 0.05
                primary: carts-per-user
                metrics: [click-rate]
                guardrails: {buyers: 0.02}
                alpha: 0.01
                users: 5000
                effect: 0.1
                cuped: false
              - id: both
                layer: list
                start: 2026-01-02T00:00:00Z
                end: 2026-01-03T00:00:00Z
                arms:
                  - {name: both, buckets: 0-99, ranker: popular, interleave_with: covisit-count}
            """;

    private static Definitions read(String text) {
        return ExperimentsReader.text(text, "test", KNOWN);
    }

    @Test
    void readsAllThereIs() {
        Definitions definitions = read(WHOLE.replace("ranker: covisit-count\n", "ranker: null\n"));
        long second = 1767312000000L;

        assertThat(definitions.version()).isEqualTo(3);
        assertThat(definitions.effectiveAt()).isEqualTo(1767225600000L);
        assertThat(definitions.layers())
                .containsExactly(new Layer("ranker", "s1", new BucketRange(0, 49)), new Layer("list", "s2", null));
        Experiment counts = definitions.experiment("counts");
        assertThat(counts.period()).isEqualTo(new Experiment.Period(second, 1768000000000L));
        assertThat(counts.arms())
                .containsExactly(
                        new Arm("old", new BucketRange(50, 499), Variation.NONE),
                        new Arm(
                                "new",
                                new BucketRange(500, 949),
                                new Variation(
                                        List.of("covisit"),
                                        null,
                                        "cre",
                                        20,
                                        10,
                                        new FilterVariation(-1, List.of("brand"), true, false, 0.5),
                                        null)));
        assertThat(counts.ramp()).containsExactly(new RampStep(second, 0.1), new RampStep(second + 86_400_000, 1));
        assertThat(counts.forced()).isEqualTo(Map.of("tester", "new"));
        assertThat(counts.design())
                .isEqualTo(new Design(
                        List.of("old", "new"),
                        List.of(0.5, 0.5),
                        Metric.of("carts-per-user"),
                        List.of(Metric.of("click-rate")),
                        List.of(new Guardrail(Metric.of("buyers"), 0.02)),
                        0.01,
                        5000,
                        0.1,
                        false));
        assertThat(definitions.experiment("both").design().primary()).isEqualTo(Design.PREFERENCE);
        assertThat(definitions.experiment("both").arms().get(0).variation().interleaveWith())
                .isEqualTo("covisit-count");
    }

    @Test
    void jsonIsReadToo() {
        assertThat(
                        read(
                                "{\"version\":1,\"effective_at\":5,\"layers\":[{\"name\":\"a\",\"salt\":\"b\"}],\"experiments\":[]}"))
                .isEqualTo(new Definitions(1, 5, List.of(new Layer("a", "b", null)), List.of()));
    }

    @Test
    void allThatIsWrongIsTold() {
        String wrong = WHOLE.replace("ranker: covisit-count\n", "ranker: nobody\n")
                .replace("buckets: 50-499", "buckets: 50-1000")
                .replace("primary: carts-per-user", "primary: happiness")
                .replace("end: 1768000000000", "end: tomorrow")
                .replace("forced:", "compelled:")
                .replace("alpha: 0.01", "alpha: 2");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("experiments[0].arms[0].buckets")
                .hasMessageContaining("experiments[0].primary: happiness")
                .hasMessageContaining("experiments[0].end: tomorrow")
                .hasMessageContaining("experiments[0].compelled")
                .hasMessageContaining("experiments[0].alpha: 2.0");
        assertThatThrownBy(() -> read(WHOLE.replace("ranker: covisit-count\n", "ranker: nobody\n")))
                .hasMessageContaining("experiments.counts.arms.new.ranker: nobody");
        assertThatThrownBy(() -> read("[1, 2]")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> read("")).hasMessageContaining("version");
        assertThatThrownBy(() -> read("{")).hasMessageContaining("test is not YAML");
        assertThatThrownBy(() -> read(LAYERS + "experiment: []")).hasMessageContaining("experiment");
    }

    @Test
    void theConfigurationNamesAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("experiments.yaml");
        Files.writeString(
                file, WHOLE.replace("ranker: covisit-count\n", "ranker: null\n").replace("cre\n", "popular\n"));

        AkinSettings settings = AkinSettings.load(null, List.of("experiments.file=" + file));
        assertThat(settings.experiments().isOn()).isTrue();
        assertThat(settings.experiments().definitions().version()).isEqualTo(3);
        assertThat(AkinSettings.defaults().experiments().isOn()).isFalse();
        assertThat(AkinSettings.load(null, List.of("experiments.control=true"))
                        .experiments()
                        .isOn())
                .isTrue();
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("experiments.file=" + folder.resolve("none"))))
                .hasMessageContaining("experiments.file")
                .hasMessageContaining("there is no configuration file");
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("experiments.look_every=0")))
                .hasMessageContaining("experiments.look_every");
    }
}
