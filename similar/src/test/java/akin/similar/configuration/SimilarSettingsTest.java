package akin.similar.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.pairs.PairCleaning;
import akin.similar.settings.UsageException;
import akin.similar.siamese.PairLoss;
import akin.similar.siamese.SiameseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarSettingsTest {
    private static final String FILE = "catalogue.file=items.csv";

    @TempDir
    private Path folder;

    private SimilarSettings load(String yaml, String... assignments) throws IOException {
        return SimilarSettings.load(Files.writeString(folder.resolve("conf.yaml"), yaml), List.of(assignments));
    }

    @Test
    void layAFileOverTheDefaults() throws IOException {
        SimilarSettings settings = load(
                "applications:\n  mine:\n    inputs: {attributes: 2}\n    k: 7\nworkflow: {partitions: 9}\n",
                FILE,
                "index.edges=20");

        assertThat(settings.workflow().partitions()).isEqualTo(9);
        assertThat(settings.index().edges()).isEqualTo(20);
        ApplicationSettings mine = settings.applications().stream()
                .filter(application -> application.name().equals("mine"))
                .findFirst()
                .orElseThrow();
        assertThat(mine.inputs()).containsExactly(Map.entry("attributes", 2.0));
        assertThat(mine.depth().k()).isEqualTo(7);
        assertThat(mine.depth().candidates()).isEqualTo(100);
        assertThat(mine.availableOnly()).isTrue();
    }

    @Test
    void anApplicationCanBeTakenOut() throws IOException {
        assertThat(load("applications: {visual: null, mine: {inputs: {image: 1}}}", FILE)
                        .applications())
                .extracting(ApplicationSettings::name)
                .contains("mine")
                .doesNotContain("visual");
    }

    @Test
    void aFeatureOfAnotherExtractorIsReplacedWhole() throws IOException {
        SimilarSettings settings = load("features: {attributes: {extractor: colour}}", FILE);

        assertThat(settings.features().get("attributes").options()).isEmpty();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatThrownBy(
                        () -> load(
                                "applications: {mine: {inputs: {smell: 1}, k: 0, colour: red}}\nindex: {search: many}\nnonsense: 1\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("catalogue.file: ")
                .hasMessageContaining("smell (features that are known: image, ")
                .hasMessageContaining("applications.mine.k: 0 (a whole number from 1 to 10000)")
                .hasMessageContaining("applications.mine.colour: red (no such key, known are inputs, ")
                .hasMessageContaining("index.search: many (a whole number from 1 to 65536)")
                .hasMessageContaining("nonsense: 1 (no such key");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> load("a: [1\n")).hasMessageContaining("is not YAML: see line");
        assertThatThrownBy(() -> load("- a\n")).hasMessageContaining("holds no map of keys");
        assertThatThrownBy(() -> load("", "partitions")).hasMessageContaining("--set takes key=value");
        assertThatThrownBy(() -> SimilarSettings.load(folder.resolve("none.yaml"), List.of()))
                .hasMessageContaining("there is no configuration file");
    }

    private static TrainingSettings training(SimilarSettings settings, String name) {
        return settings.applications().stream()
                .filter(application -> application.name().equals(name))
                .findFirst()
                .orElseThrow()
                .training();
    }

    @Test
    void anApplicationLearnsWhereItNamesPairsOrEvents() throws IOException {
        SimilarSettings settings = load("""
                        applications:
                          mine:
                            inputs: {attributes: 2}
                            training: {labelled: {pairs: pairs.csv, weight: 2}, net: {layers: [], loss: contrastive}}
                          yours:
                            inputs: {attributes: 2}
                            training: {behaviour: {events: events.jsonl, places: 7}, labelled: null}
                          theirs:
                            inputs: {attributes: 2}
                            training: null
                        """, FILE);

        TrainingSettings mine = training(settings, "mine");
        assertThat(mine.labelled().pairs()).isEqualTo("pairs.csv");
        assertThat(mine.behaviour()).isNull();
        assertThat(mine.weights()).containsExactly(Map.entry("labelled", 2.0));
        assertThat(mine.net().layers()).isEmpty();
        assertThat(mine.net().loss()).isEqualTo(PairLoss.CONTRASTIVE);
        TrainingSettings yours = training(settings, "yours");
        assertThat(yours.labelled()).isNull();
        assertThat(yours.behaviour().mining().places()).isEqualTo(7);
        assertThat(yours.behaviour().cleaning()).isEqualTo(new PairCleaning(0.6, 0.8));
        assertThat(yours.net()).isEqualTo(SiameseSettings.DEFAULT);
        assertThat(training(settings, "theirs")).isNull();
        assertThat(training(settings, "visual")).isNull();
    }

    @Test
    void saysWhatIsWrongWithATraining() {
        assertThatThrownBy(() -> load(
                        "applications: {mine: {inputs: {attributes: 1}, training: {labelled: {columns: {first: a}}, validation: 1, "
                                + "net: {layers: [0], loss: large, epochs: often, dropout: 1}, "
                                + "behaviour: {events: e, places: 1, most_of_others: 3}, speed: 1}}}",
                        FILE))
                .hasMessageContaining(
                        "mine.training.labelled.columns.first: a (no such key, known are left, right, label)")
                .hasMessageContaining("mine.training.validation: 1 (a number from 0.01 to 0.9)")
                .hasMessageContaining("mine.training.net.layers: 0 (a whole number from 1 to 4096)")
                .hasMessageContaining("mine.training.net.loss: large (one of contrastive, logistic, triplet)")
                .hasMessageContaining("mine.training.net.epochs: often (a whole number)")
                .hasMessageContaining("mine.training.net.dropout: 1.0 (a number from 0.0 to 0.95)")
                .hasMessageContaining("mine.training.behaviour.places: 1 (a whole number from 2 to 10000)")
                .hasMessageContaining("mine.training.behaviour.most_of_others: 3.0 (a number from -1.0 to 1.0)")
                .hasMessageContaining("mine.training.speed: 1 (no such key, known are labelled, ");
    }
}
