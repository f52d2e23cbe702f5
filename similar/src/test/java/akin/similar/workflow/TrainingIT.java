package akin.similar.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.configuration.SimilarSettings;
import akin.similar.files.Manifest;
import akin.similar.files.PartFolder;
import akin.similar.index.ResultFile;
import akin.similar.settings.UsageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow of an application that learns. A product's title says of which of 30 kinds it is; pairs say that products of a
 * kind are similar, of the first 24 kinds. The application weighs colours above titles, which learning has to put right.
 */
class TrainingIT {
    private static final int PRODUCTS = 300;
    private static final int KINDS = 30;
    private static final int NAMED_KINDS = 24;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(2)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        catalogue("colour0");
        pairs(PRODUCTS);
    }

    /** The last product is of a kind that no pair names. */
    private void catalogue(String lastColour) throws IOException {
        StringBuilder lines = new StringBuilder("id,title,colour\n");
        for (int n = 0; n < PRODUCTS; n++) {
            String colour = n == PRODUCTS - 1 ? lastColour : "colour" + n * 7 % 11;
            lines.append("p%d,kind%dx,%s%n".formatted(n, n % KINDS, colour));
        }
        Files.writeString(folder.resolve("items.csv"), lines);
    }

    private void pairs(int products) throws IOException {
        StringBuilder lines = new StringBuilder("left,right,label\n");
        for (int n = 0; n + KINDS < products; n++) {
            if (n % KINDS < NAMED_KINDS) {
                lines.append("p%d,p%d,1%n".formatted(n, n + KINDS));
            }
        }
        Files.writeString(folder.resolve("pairs.csv"), lines);
    }

    private Path events(String type) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n + KINDS < PRODUCTS; n++) {
            lines.append(event(n, n, "view", 0)).append(event(n, n + KINDS, type, 1));
        }
        return Files.writeString(folder.resolve("events.jsonl"), lines);
    }

    private static String event(int user, int product, String type, int time) {
        return "{\"event_id\":\"%s%d\",\"user_id\":\"u%d\",\"item_id\":\"p%d\",\"type\":\"%s\",\"timestamp\":%d}%n"
                .formatted(type, user, user, product, type, time);
    }

    private String labelled() {
        return "labelled: {pairs: '" + folder.resolve("pairs.csv") + "'}";
    }

    private Heard run(String out, String training, int parallelism) throws Exception {
        SimilarSettings settings = SimilarSettings.load(
                null,
                List.of(
                        "catalogue.file=" + folder.resolve("items.csv"),
                        "workflow.parallelism=" + parallelism,
                        "features.ngrams.field=title",
                        "applications={things: {inputs: {ngrams: 0.1, attributes: 1}, k: 5, candidates: 40, training: "
                                + training + "}, visual: null, substitutes: null, near-identical: null}"));
        Heard heard = new Heard();
        new Workflow(settings, folder.resolve(out), heard).run(settings.applications());
        return heard;
    }

    private Heard run(String out, String task) throws Exception {
        return run(out, "{" + task + ", net: {layers: [16], epochs: 8, batch: 32}}", 2);
    }

    /** How many of the similar products are of the same kind, those of the kinds that no pair names among them. */
    private double ofSameKind(String out) throws IOException {
        List<Boolean> same = new ArrayList<>();
        Path kept = folder.resolve(out).resolve("filter/things");
        for (int part = 0; part < Manifest.read(kept).parts().size(); part++) {
            ResultFile.read(
                    new PartFolder(kept).file(part, "kept"),
                    result -> result.matches()
                            .forEach(match -> same.add(kind(match.item().id()) == kind(result.id()))));
        }
        return same.stream().filter(is -> is).count() / (double) same.size();
    }

    private static int kind(String id) {
        return Integer.parseInt(id.substring(1)) % KINDS;
    }

    private Manifest manifest(String step) throws IOException {
        return Manifest.read(folder.resolve("a").resolve(step));
    }

    @Test
    void learnsFromLabelledPairs() throws Exception {
        run("compound", "{}", 2);
        Heard heard = run("a", labelled());

        assertThat(heard.notes).isEmpty();
        assertThat(ofSameKind("a")).isGreaterThan(ofSameKind("compound") + 0.3);
        Manifest mined = heard.steps.get("mine things");
        assertThat(mined.count("labelled_similar") + mined.count("labelled_valid_similar"))
                .isEqualTo(NAMED_KINDS * (PRODUCTS / KINDS - 1));
        Manifest trained = heard.steps.get("train things");
        assertThat(trained.count("products")).isEqualTo(NAMED_KINDS * (PRODUCTS / KINDS));
        assertThat(trained.count("valid_permille")).isGreaterThan(trained.count("valid_permille_of_compound"));
        JsonNode metrics = new ObjectMapper()
                .readTree(folder.resolve("a/train/things/metrics.json").toFile());
        assertThat(metrics.at("/learning")).hasSize((int) trained.count("epochs"));
        assertThat(metrics.at("/worth/ngrams.words").asDouble())
                .isGreaterThan(metrics.at("/worth/attributes").asDouble());
        assertThat(Files.list(folder.resolve("a/train/things")))
                .noneMatch(file -> file.getFileName().toString().startsWith("learning"));

        run("a", "{}", 2);
        assertThat(manifest("siamese/things")).isNull();
        assertThat(Published.of(folder.resolve("a"))).isEqualTo(Published.of(folder.resolve("compound")));
    }

    @Test
    void makesAgainOnlyWhatChanged() throws Exception {
        List<String> steps =
                List.of("compound/things", "mine/things", "train/things", "siamese/things", "index/things");
        run("a", labelled());
        List<Manifest> first = new ArrayList<>();
        for (String step : steps) {
            first.add(manifest(step));
        }

        run("a", labelled());
        for (int i = 0; i < steps.size(); i++) {
            assertThat(manifest(steps.get(i))).isEqualTo(first.get(i));
        }

        // A product that no pair names: the net stays.
        catalogue("colour5");
        run("a", labelled());
        assertThat(manifest("train/things")).isEqualTo(first.get(2));
        assertThat(manifest("siamese/things").parts().stream()
                        .filter(part -> !first.get(3).parts().contains(part)))
                .hasSize(1);
        catalogue("colour0");

        pairs(PRODUCTS / 2);
        run("a", labelled());
        assertThat(manifest("compound/things").digest()).isEqualTo(first.get(0).digest());
        for (int i = 1; i < steps.size(); i++) {
            assertThat(manifest(steps.get(i)).digest())
                    .isNotEqualTo(first.get(i).digest());
        }
    }

    @Test
    void isTheSameAtAnyParallelism() throws Exception {
        String training = "{" + labelled() + ", behaviour: {events: '" + events("purchase")
                + "', least_of_similar: 0}, net: {layers: [16], epochs: 2}}";
        Heard heard = run("one", training, 1);
        run("two", training, 2);

        assertThat(Published.of(folder.resolve("two")))
                .isEqualTo(Published.of(folder.resolve("one")))
                .hasSizeGreaterThan(8);
        assertThat(heard.steps.get("mine things").count("labelled_similar")).isPositive();
        assertThat(heard.steps.get("mine things").count("behaviour_similar")).isPositive();
    }

    @Test
    void learnsFromWhatShoppersDo() throws Exception {
        run("compound", "{}", 2);
        run("a", "behaviour: {events: '" + events("purchase") + "', least_of_similar: 0}");

        assertThat(ofSameKind("a")).isGreaterThan(ofSameKind("compound") + 0.3);
    }

    @Test
    void goesByTheCompoundEmbeddingWhereEventsTeachNothing() throws Exception {
        run("compound", "{}", 2);
        Heard heard = run("a", "behaviour: {events: '" + events("cart") + "'}");

        assertThat(heard.notes)
                .containsExactly("the application things goes by its compound embedding, since too little was mined to "
                        + "learn from; of what shoppers did: 0 purchases, 0 pairs of similar products, 0 rows can't be read, "
                        + "0 pairs are of unknown products, 0 of products without an input");
        assertThat(Published.of(folder.resolve("a"))).isEqualTo(Published.of(folder.resolve("compound")));
    }

    @Test
    void saysWhichPairsTeachNothing() throws Exception {
        Files.writeString(folder.resolve("pairs.csv"), "left,right,label\nx1,x2,1\nx3,x4,0\np1,p2,0\np1,,1\n");
        assertThatThrownBy(() -> run("a", labelled()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("applications.things.training.labelled.pairs: ")
                .hasMessageEndingWith(
                        " has no pair of similar products that the catalogue has: 1 rows can't be read, 2 pairs are of "
                                + "unknown products, 0 of products without an input");
        Files.writeString(folder.resolve("pairs.csv"), "left,right,label\np1,p2,1\n");
        assertThatThrownBy(() -> run("a", labelled()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("too few pairs to learn from and to validate on")
                .hasMessageContaining("raise applications.things.training.validation");
        Files.writeString(folder.resolve("pairs.csv"), "one,two,three\np1,p2,1\n");
        assertThatThrownBy(() -> run("a", labelled()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("labelled.columns.left");
        Files.delete(folder.resolve("pairs.csv"));
        assertThatThrownBy(() -> run("b", labelled()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("applications.things.training.labelled.pairs: there is no file ");
        assertThat(folder.resolve("b")).doesNotExist();
    }
}
