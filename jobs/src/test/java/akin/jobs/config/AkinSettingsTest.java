package akin.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.shard.ShardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AkinSettingsTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("akin.yaml"), text);
    }

    @Test
    void theDefaultsAreValid() {
        AkinSettings settings = AkinSettings.defaults();

        assertThat(settings.sessions().gap()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.recommender().placements()).extracting("name").containsExactly("similar", "substitutes");
        assertThat(settings.shards().by()).isEqualTo(ShardSettings.By.ONE);
        assertThat(settings.stream().rankInEventTime()).isFalse();
    }

    @Test
    void aFileLiesOverTheDefaultsAndSingleKeysOverBoth() throws IOException {
        Path file = file("sessions:\n  gap: 20m\n  window: 4\nkafka:\n  properties:\n    security.protocol: SSL\n");
        AkinSettings settings = AkinSettings.load(
                file,
                List.of("sessions.window=5", "catalog.shown_attributes=[colour, size]", "kafka.properties.a.b=c"));

        assertThat(settings.sessions().gap()).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.sessions().window()).isEqualTo(5);
        assertThat(settings.recommender().catalog().shownAttributes()).containsExactly("colour", "size");
        assertThat(settings.kafka().clients().all())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("a.b", "c");
    }

    @Test
    void presetsLieUnderTheFileAndSingleKeys() throws IOException {
        List<String> presets =
                List.of("quality.enabled=false", "sessions.rank_views=false", "stream.watermark_step=1m");
        AkinSettings settings = AkinSettings.load(
                presets, file("sessions:\n  rank_views: true\n"), List.of("stream.watermark_step=5s"));

        assertThat(settings.recommender().quality().enabled()).isFalse();
        assertThat(settings.sessions().rankViews()).isTrue();
        assertThat(settings.stream().watermarkStep()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsLeftToFlinkIsUnset() throws IOException {
        AkinSettings unset =
                AkinSettings.load(file("checkpoints:\n  interval: null\n"), List.of("stream.parallelism=null"));
        AkinSettings set = AkinSettings.load(null, List.of("checkpoints.interval=1m", "stream.parallelism=2"));

        assertThat(unset.checkpoints()).isEqualTo(new CheckpointSettings(null, null, null));
        assertThat(unset.stream().parallelism()).isNull();
        assertThat(set.checkpoints().interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(set.stream().parallelism()).isEqualTo(2);
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("checkpoints.interval=soon", "stream.parallelism=0")))
                .hasMessageContaining("checkpoints.interval: soon")
                .hasMessageContaining("stream.parallelism: 0 (a whole number from 1 to 1024)");
    }

    @Test
    void namesOfOldAreRefusedWithTheNewOnes() throws IOException {
        Path file = file("covisit:\n  unit: session\n");

        assertThatThrownBy(() -> AkinSettings.load(file, List.of("sessions.duplicates=5m", "pool.covisits=5")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("covisit.unit: session (no such key, it is called sessions.covisit_unit now)")
                .hasMessageContaining("pool.covisits: 5 (no such key, it is called pool.most.covisit now)")
                .hasMessageContaining(
                        "sessions.duplicates: 5m (no such key, it is called sessions.duplicate_window now)");
    }

    @Test
    void keysOfTheFormerIndexAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> AkinSettings.load(
                        null,
                        List.of(
                                "embedding.neighbours.rebuild_lag=7",
                                "embedding.neighbours.edges=12",
                                "embedding.neighbours.search=64")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("embedding.neighbours.rebuild_lag: 7 (no such key, leave it out, ")
                .hasMessageContaining(
                        "embedding.neighbours.search: 64 (no such key, say by embedding.neighbours.looked_at ");
    }

    @Test
    void knowsWhichKeysOfASavepointThereStillAre() {
        assertThat(AkinSettings.hasKeyOf("embedding.dimensions=64")).isTrue();
        assertThat(AkinSettings.hasKeyOf("embedding.neighbours.edges=12")).isFalse();
    }

    @Test
    void eachKindOfKafkaClientHasPropertiesOfItsOwn() {
        KafkaSettings kafka = AkinSettings.load(
                        null,
                        List.of(
                                "kafka.properties.client.id=akin",
                                "kafka.consumer.fetch.max.bytes=1",
                                "kafka.producer.client.id=out",
                                "kafka.admin.retries=2"))
                .kafka();

        assertThat(kafka.consumer()).containsEntry("client.id", "akin").containsEntry("fetch.max.bytes", "1");
        assertThat(kafka.producer()).containsEntry("client.id", "out").doesNotContainKeys("fetch.max.bytes", "retries");
        assertThat(kafka.admin()).containsEntry("retries", "2").containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void eventsAreReadFromAPlaceOrATime() {
        String key = "kafka.start_at=";
        assertThat(AkinSettings.defaults().kafka().startAt()).isEqualTo(StartAt.of("savepoint"));
        assertThat(AkinSettings.load(null, List.of(key + "2026-01-31T12:00:00Z"))
                        .kafka()
                        .startAt())
                .isEqualTo(new StartAt(StartAt.Where.TIME, 1769860800000L))
                .isEqualTo(StartAt.of("1769860800000"));
        assertThatThrownBy(() -> AkinSettings.load(null, List.of(key + "yesterday")))
                .hasMessageContaining("kafka.start_at: yesterday (savepoint, earliest, latest or a time");
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        assertThat(AkinSettings.load(file(""), List.of())).isEqualTo(AkinSettings.defaults());
        assertThat(AkinSettings.load(file("# only a comment\n"), List.of())).isEqualTo(AkinSettings.defaults());
    }

    @Test
    void fiveMistakesAreToldAtOnce() throws IOException {
        Path file = file("sessions:\n  gap: soon\n  windw: 3\ncovisit:\n  neighbours: 3\nshards:\n  by: colour\n");

        assertThatThrownBy(() -> AkinSettings.load(file, List.of("ranking.alpha=2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("5 problems")
                .hasMessageContaining("sessions.windw: 3 (no such key, did you mean sessions.window?)")
                .hasMessageContaining("sessions.gap: soon (a duration such as 500ms, 10s, 30m or 90d")
                .hasMessageContaining("covisit.neighbours: 3 (a whole number from 8 to 4096)")
                .hasMessageContaining("shards.by: colour (one of one, category, hash)")
                .hasMessageContaining("ranking.alpha: 2.0 (a number from 0.0 to 1.0)");
    }

    @Test
    void whatARecordRefusesIsToldByItsKey() {
        assertThatThrownBy(() -> AkinSettings.load(
                        null,
                        List.of(
                                "placements=[{name: a}, {name: b, top: 0, reranker: popular, rerank: 1001, price_band: -1}]",
                                "cre.learning_rate=0",
                                "session_knn.items=1",
                                "quality.sample=2",
                                "pool.most={covisit: -1}",
                                "embedding.neighbours.looked_at=0",
                                "embedding.negatives=0",
                                "embedding.reservoir=1023")))
                .hasMessageContainingAll(
                        "10 problems",
                        "placements[1].top: 0 (a whole number from 1 to 1000)",
                        "placements[1].rerank: 1001 (a whole number from 1 to 1000)",
                        "placements[1].price_band: -1.0 (a number from 0.0 to 100.0)",
                        "cre.learning_rate: 0.0 (a number from 1.0E-7 to 1.0)",
                        "session_knn.items: 1 (a whole number from 2 to 100)",
                        "quality.sample: 2.0 (a number from 1.0E-6 to 1.0)",
                        "pool.most.covisit: -1 (a whole number from 0 to 1000)",
                        "embedding.neighbours.looked_at: 0 (a whole number from 1 to 1000000)",
                        "embedding.negatives: 0 (a whole number from 1 to 1024)",
                        "embedding.reservoir: 1023 (a whole number from 1024 to 16777216)");
    }

    @Test
    void placementsAreChecked() throws IOException {
        Path file = file("placements:\n  - name: a\n    ranker: magic\n  - name: a\n    colour: red\n");

        assertThatThrownBy(() -> AkinSettings.load(file, List.of()))
                .hasMessageContaining("placements[0].ranker: magic (one of covisit-jaccard")
                .hasMessageContaining("placements[1].name: a (another placement has this name)")
                .hasMessageContaining("placements[1].colour: red (no such key here");
    }

    @Test
    void componentsAreTurnedOnByName() {
        AkinSettings settings = AkinSettings.load(
                null, List.of("components=[session-knn, sequence]", "placements=[{name: a, ranker: session-knn}]"));

        assertThat(settings.recommender().sources())
                .contains("session-knn", "sequence")
                .doesNotContain("session");
        assertThat(AkinSettings.defaults().recommender().sources()).doesNotContain("session-knn");
        assertThat(AkinSettings.load(null, List.of("components=['similar:visual']", "pool.most.similar:visual=30"))
                        .recommender()
                        .sources())
                .contains("similar:visual");
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("components=[magic]")))
                .hasMessageContaining(
                        "components: [magic] (some of sequence, session-knn, image, text, als, foretold, personalized-items, "
                                + "session, cre-covisit, cre-session-knn, cre-stamp, cre-narm, cre, similar:NAME)");
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("components=[cre-stamp]")))
                .hasMessageContaining("components: cre-stamp (with stamp on)");
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("placements=[{name: a, ranker: session-knn}]")))
                .hasMessageContaining(
                        "ranker: session-knn (a ranker of what is on, see embedding.learners and components)");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThatThrownBy(() -> AkinSettings.load(folder.resolve("none.yaml"), List.of()))
                .hasMessageContaining("there is no configuration file")
                .hasMessageContaining("none.yaml");
        Path broken = file("sessions:\n  gap: [1\n");
        assertThatThrownBy(() -> AkinSettings.load(broken, List.of()))
                .hasMessageContaining("is not YAML: see line 2, column");
        Path list = file("- a\n- b\n");
        assertThatThrownBy(() -> AkinSettings.load(list, List.of())).hasMessageContaining("holds no map of keys");
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("gap"))).hasMessageContaining("--set takes key=value");
    }

    @Test
    void secretsComeFromOutsideAndAreNeverPrinted() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "tr0ub4dor\n");
        AkinSettings settings = AkinSettings.load(
                null, List.of("kafka.properties.ssl.key.password=${file:" + secret + "}", "kafka.properties.x=y"));

        assertThat(settings.kafka().admin()).doesNotContainValue("tr0ub4dor").containsEntry("x", "y");
        assertThat(new AdminClientConfig(settings.kafka().admin()).getPassword("ssl.key.password"))
                .isEqualTo(new Password("tr0ub4dor"));
        assertThat(settings.toString()).doesNotContain("tr0ub4dor").contains("x=y");
        assertThatThrownBy(() -> AkinSettings.load(null, List.of("kafka.properties.sasl.jaas.config=${env:NO_SUCH}")))
                .hasMessageContaining("${env:NO_SUCH} is not there")
                .hasMessageContaining("kafka.properties.sasl.jaas.config: ***");
        AkinSettings inside = AkinSettings.load(null, List.of("kafka.properties.client.id=a-${env:PATH}-c"));
        assertThat(new AdminClientConfig(inside.kafka().admin()).getString("client.id"))
                .isEqualTo("a-" + System.getenv("PATH") + "-c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka:\n  propertis:\n    sasl.jaas.config: tr0ub4dor\n",
                "kafka:\n  propertis:\n    - {ssl.key.password: tr0ub4dor}\n",
                "kafka:\n  properties:\n    ssl.key.password: \"tr0ub4dor\n",
                "kafka:\n  properties:\n    ssl.key.password: tr0ub4dor: x\n",
                "tr0ub4dor\n"
            })
    void noMistakeMakesItPrintASecret(String text) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> AkinSettings.load(file, List.of()))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(failure ->
                        assertThat(ExceptionUtils.stringifyException(failure)).doesNotContain("tr0ub4dor"));
    }

    @Test
    void everyKeyIsReadAndEveryReadKeyIsListed() {
        Config config = new Config(YamlTree.defaults());
        AkinSettings.read(config);
        TreeSet<String> read = new TreeSet<>(config.asked());
        read.removeIf(key -> key.startsWith("placements["));

        assertThat(read).isEqualTo(YamlTree.keys(YamlTree.defaults(), ""));
    }

    @Test
    void aPlacementsRankerNeedsItsLearner() {
        assertThatThrownBy(() -> AkinSettings.load(
                        null, List.of("embedding.learners=[]", "placements=[{name: a, ranker: personalized}]")))
                .hasMessageContaining("embedding.learners");
    }

    @Test
    void everyKeyHasAReason() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("akin.root"), "conf", "akin.yaml"));
        for (int i = 1; i < lines.size(); i++) {
            boolean isKey =
                    lines.get(i).matches("  (  )?[a-z_]+: .*") && !lines.get(i).startsWith("    ");
            if (isKey) {
                assertThat(lines.get(i - 1).strip()).as(lines.get(i)).startsWith("#");
            }
        }
    }

    @Test
    void aWholeCatalogueMayWaitAndEventsBehindIt() {
        AkinSettings defaults = AkinSettings.defaults();
        assertThat(defaults.stream().waitingInputs())
                .isEqualTo(4 * defaults.recommender().catalog().maxItems());
        assertThatThrownBy(
                        () -> AkinSettings.load(null, List.of("catalog.max_items=5000", "stream.waiting_inputs=5000")))
                .hasMessageContaining("stream.waiting_inputs")
                .hasMessageContaining("above catalog.max_items, which is 5000");
    }
}
