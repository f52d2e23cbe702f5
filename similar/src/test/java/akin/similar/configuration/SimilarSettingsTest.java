package akin.similar.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.settings.UsageException;
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
}
