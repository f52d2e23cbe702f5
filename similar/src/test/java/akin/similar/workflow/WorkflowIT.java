package akin.similar.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.configuration.SimilarSettings;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole workflow on a small catalogue. */
class WorkflowIT {
    private static final int PRODUCTS = 400;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(2)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path folder;

    private Path catalogue;

    @BeforeEach
    void writeCatalogue() throws IOException {
        catalogue = folder.resolve("items.csv");
        Files.writeString(catalogue, catalogue(""));
    }

    private static String catalogue(String lastBrand) {
        StringBuilder lines = new StringBuilder("id,title,brand,price,colour,size,available\n");
        for (int n = 0; n < PRODUCTS; n++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "p%d,thing %d,%s,%d,colour%d,%s,%s%n",
                    n,
                    n,
                    n == PRODUCTS - 1 ? lastBrand : "brand" + n % 9,
                    10 + n % 30,
                    n % 5,
                    "SML".charAt(n % 3),
                    n % 20 != 7));
        }
        return lines.toString();
    }

    private SimilarSettings settings(String... assignments) {
        List<String> all = new ArrayList<>(List.of(
                "catalogue.file=" + catalogue,
                "applications={things: {inputs: {attributes: 1, image: 1}, key_attributes: [size], price_band: 0.5, k: 5, "
                        + "candidates: 40}, visual: null, substitutes: null, near-identical: null}"));
        all.addAll(List.of(assignments));
        return SimilarSettings.load(null, all);
    }

    private Heard run(String out, String... assignments) throws Exception {
        SimilarSettings settings = settings(assignments);
        Heard heard = new Heard();
        new Workflow(settings, folder.resolve(out), heard).run(settings.applications());
        return heard;
    }

    private TreeMap<String, String> published(String out) throws IOException {
        return Published.of(folder.resolve(out));
    }

    @Test
    void findsWhatIsSimilarAndFilters() throws Exception {
        Heard heard = run("a", "applications.things.k=150", "applications.things.candidates=300");

        assertThat(heard.notes)
                .containsExactly("there is no image: nothing in the configuration says where to find it");
        assertThat(heard.steps.get("catalogue").count("products")).isEqualTo(PRODUCTS);
        Manifest kept = heard.steps.get("filter things");
        assertThat(kept.count("queries")).isEqualTo(PRODUCTS);
        assertThat(kept.count("removed_unavailable")).isPositive();
        assertThat(kept.count("removed_key_attribute")).isPositive();
        assertThat(heard.steps.get("publish messages").count("messages")).isEqualTo(PRODUCTS);
        assertThat(Files.readString(folder.resolve("a/publish/things/gallery.html")))
                .contains("Similar products: things");
    }

    @Test
    void isTheSameAtAnyParallelism() throws Exception {
        run("one", "workflow.parallelism=1");
        run("two", "workflow.parallelism=2");
        run("four", "workflow.parallelism=4");

        assertThat(published("two")).isEqualTo(published("one")).hasSizeGreaterThan(8);
        assertThat(published("four")).isEqualTo(published("one"));
    }

    @Test
    void severalIndexesFindWhatOneFinds() throws Exception {
        // All of it is looked at, since many are equally near.
        String[] all = {"applications.things.candidates=" + PRODUCTS, "index.search=" + 2 * PRODUCTS};
        run("one", all);
        run("many", all[0], all[1], "applications.things.partitions=4");

        assertThat(Files.list(folder.resolve("many/index/things"))
                        .filter(file -> file.toString().endsWith("hnsw")))
                .hasSize(4);
        TreeMap<String, String> one = published("one");
        TreeMap<String, String> many = published("many");
        assertThat(many).isEqualTo(one);
    }

    @Test
    void makesAgainOnlyWhatChanged() throws Exception {
        run("a");
        List<Part> before = Manifest.read(folder.resolve("a/embed/attributes")).parts();
        TreeMap<String, String> first = published("a");
        Files.writeString(catalogue, catalogue("other"));

        run("a");
        List<Part> after = Manifest.read(folder.resolve("a/embed/attributes")).parts();
        assertThat(after.stream().filter(part -> !before.contains(part))).hasSize(1);
        Files.writeString(catalogue, catalogue(""));
        run("a");
        assertThat(published("a")).isEqualTo(first);
    }

    @Test
    void whatIsBrokenOrMissingIsMadeAgain() throws Exception {
        run("a");
        TreeMap<String, String> first = published("a");
        Files.writeString(folder.resolve("a/index/things/part-00000.hnsw"), "broken");
        Files.delete(folder.resolve("a/query/things/part-00001.found"));
        Files.writeString(folder.resolve("a/filter/things/part-00002.json"), "{\"half");
        Files.delete(folder.resolve("a/publish/things/manifest.json"));

        run("a");

        assertThat(published("a")).isEqualTo(first);
    }

    @Test
    void refusesAManifestOfANewerBuild() throws Exception {
        run("a");
        Files.writeString(folder.resolve("a/embed/attributes/manifest.json"), "{\"version\":2}");

        assertThatThrownBy(() -> run("a")).hasMessageContaining("was written by a newer build");
    }

    @Test
    void onePartitionOfEverythingAndEmptyOnesDo() throws Exception {
        Files.writeString(catalogue, "id,colour\na,red\nb,red\nc,blue\n");
        run("one", "workflow.partitions=1", "applications.things.key_attributes=[]");
        run(
                "many",
                "workflow.partitions=50",
                "applications.things.key_attributes=[]",
                "applications.things.partitions=50");

        assertThat(Manifest.read(folder.resolve("one/publish/things")).count("rows"))
                .isEqualTo(6);
        assertThat(Manifest.read(folder.resolve("many/publish/things")).count("rows"))
                .isEqualTo(6);
    }

    @Test
    void aSecondRunInTheSameFolderIsKeptOut() throws Exception {
        try (RunLock lock = RunLock.of(folder.resolve("a"))) {
            assertThatThrownBy(() -> RunLock.of(folder.resolve("a"))).hasMessageContaining("another run is at work");
        }
        RunLock.of(folder.resolve("a")).close();
    }

    @Test
    void someApplicationsMakeNoMessages() throws Exception {
        SimilarSettings settings = settings("applications.others={inputs: {attributes: 1}}", "workflow.parallelism=1");
        Heard heard = new Heard();

        new Workflow(settings, folder.resolve("a"), heard)
                .run(settings.applications().subList(0, 1));

        assertThat(heard.notes)
                .contains("no catalogue messages were made: they carry all applications, and some did not run");
        assertThat(folder.resolve("a/publish/things/manifest.json")).exists();
        assertThat(folder.resolve("a/publish/messages")).doesNotExist();
    }
}
