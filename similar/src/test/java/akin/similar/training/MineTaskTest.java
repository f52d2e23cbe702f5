package akin.similar.training;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.compound.Block;
import akin.similar.compound.Layout;
import akin.similar.configuration.TrainingSettings;
import akin.similar.configuration.TrainingSettings.BehaviourSettings;
import akin.similar.configuration.TrainingSettings.LabelledSettings;
import akin.similar.files.Atomic;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.pairs.PairCleaning;
import akin.similar.pairs.ViewToPurchase;
import akin.similar.siamese.SiameseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two parts of a catalogue with the products 0 to 9, of which 9 has no input. By the input colour even ones are the same and
 * odd ones are; by the input size only products that are next to each other are alike.
 */
class MineTaskTest {
    private static final Layout LAYOUT =
            new Layout(List.of(new Block("colour", "", 0, 2), new Block("size", "", 2, 2)));
    private static final int WITHOUT = 9;

    @TempDir
    private Path folder;

    private NamedProducts.Place place;
    private final Counts counts = new Counts();

    @BeforeEach
    void write() throws IOException {
        Path catalogue = folder.resolve("catalogue");
        Path compound = folder.resolve("compound");
        for (int part = 0; part < 2; part++) {
            int first = 5 * part;
            Atomic.write(new PartFolder(catalogue).file(part, "jsonl"), out -> {
                for (int n = first; n < first + 5; n++) {
                    ProductFile.write(
                            new Product("" + n, null, null, List.of(), null, Double.NaN, Map.of(), null, true), out);
                }
            });
            Vectors vectors = new Vectors(5, 4);
            for (int n = first; n < first + 5; n++) {
                if (n != WITHOUT) {
                    vectors.put(n - first, vector(n));
                }
            }
            Atomic.write(new PartFolder(compound).file(part, "vec"), out -> VectorFile.write(vectors, out));
        }
        place = new NamedProducts.Place(catalogue.toString(), compound.toString(), 2, LAYOUT);
    }

    private static float[] vector(int n) {
        return new float[] {n % 2, 1 - n % 2, (float) StrictMath.cos(0.6 * n), (float) StrictMath.sin(0.6 * n)};
    }

    private List<MinedPairs.Line> mine(TrainingSettings settings) throws Exception {
        Path file = folder.resolve("pairs.jsonl");
        new MineTask(settings, place).make(0, file, counts);
        return MinedPairs.read(file).lines();
    }

    private LabelledSettings labelled(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("labelled.csv"), "left,right,label\n" + rows);
        return new LabelledSettings(file.toString(), Map.of(), 1);
    }

    private BehaviourSettings behaviour(String... rows) throws IOException {
        List<String> lines = new ArrayList<>();
        int time = 0;
        for (String row : rows) {
            String[] words = row.split(" ");
            lines.add("{\"event_id\":\"%d\",\"user_id\":\"%s\",\"type\":\"%s\",\"item_id\":\"%s\",\"timestamp\":%d}"
                    .formatted(++time, words[0], words[1], words[2], time));
        }
        Path file = Files.write(folder.resolve("events.jsonl"), lines);
        return new BehaviourSettings(file.toString(), null, new ViewToPurchase(2), new PairCleaning(0.6, 0.8), 1);
    }

    private static TrainingSettings settings(LabelledSettings labelled, BehaviourSettings behaviour, int others) {
        return new TrainingSettings(labelled, behaviour, others, 0.5, SiameseSettings.DEFAULT);
    }

    private static List<String> texts(List<MinedPairs.Line> lines) {
        return lines.stream()
                .map(line -> line.task() + " " + line.left() + " " + line.right() + " " + line.isSimilar())
                .toList();
    }

    @Test
    void labelledPairsAreThereOnceAndWhatIsDroppedIsCounted() throws Exception {
        List<MinedPairs.Line> lines = mine(settings(
                labelled("0,2,1\n2,0,1\n4,5,0\n5,4,1\n3,3,1\n0,77,1\n0,9,1\n,1,1\n1,2,maybe\n6,1,0\n"), null, 0));

        assertThat(texts(lines)).containsExactly("labelled 0 2 true", "labelled 4 5 true", "labelled 6 1 false");
        assertThat(counts.all())
                .containsEntry("labelled_repeated", 3L)
                .containsEntry("labelled_unknown", 1L)
                .containsEntry("labelled_without", 1L)
                .containsEntry("labelled_unreadable", 2L);
    }

    @Test
    void behaviourIsCleanedByTheInputs() throws Exception {
        List<MinedPairs.Line> lines = mine(settings(
                null,
                behaviour(
                        "a view 0",
                        "a view 1",
                        "a purchase 2", // 1 and 2 are near by size, 0 and 2 the same colour only
                        "b view 1",
                        "b view 0",
                        "b purchase 5", // 0 and 5 have nothing in common, nor all 1 and 5
                        "c view 7",
                        "c view 8",
                        "c purchase 8", // its own view is no pair
                        "d cart 1",
                        "d view 77",
                        "d purchase 1",
                        "e view 1"),
                0));

        assertThat(texts(lines))
                .containsExactly(
                        "behaviour 1 2 true", "behaviour 0 2 false", "behaviour 1 5 false", "behaviour 7 8 true");
        assertThat(counts.all())
                .containsEntry("behaviour_purchases", 4L)
                .containsEntry("behaviour_unknown", 1L)
                .containsEntry("behaviour_cleaned_similar", 1L);
    }

    @Test
    void shoppersOfASavepointAreMinedBesideTheLog() throws Exception {
        String savepoint = folder.resolve("savepoint").toString();
        WrittenSavepoint.write(
                savepoint,
                List.of(
                        WrittenSavepoint.shopper("bob", List.of("7", "8"), List.of("8")),
                        WrittenSavepoint.shopper("ann", List.of("0", "1", "2", "3"), List.of("2"))));
        BehaviourSettings log = behaviour("c view 4", "c purchase 5");

        List<MinedPairs.Line> lines = mine(settings(null, with(log.events(), savepoint, log), 0));
        assertThat(texts(lines))
                .containsExactly(
                        "behaviour 4 5 true", "behaviour 1 2 true", "behaviour 0 2 false", "behaviour 7 8 true");
        assertThat(counts.all()).containsEntry("behaviour_purchases", 3L);

        lines = mine(settings(null, with(null, savepoint, log), 0));
        assertThat(texts(lines)).containsExactly("behaviour 1 2 true", "behaviour 0 2 false", "behaviour 7 8 true");
    }

    private static BehaviourSettings with(String events, String savepoint, BehaviourSettings of) {
        return new BehaviourSettings(events, savepoint, of.mining(), of.cleaning(), of.weight());
    }

    @Test
    void othersAreDrawnAndAHashSaysWhatIsValidatedOn() throws Exception {
        TrainingSettings settings = settings(labelled("0,2,1\n1,3,1\n4,6,1\n5,7,1\n"), null, 3);

        List<MinedPairs.Line> lines = mine(settings);

        assertThat(lines.subList(0, 4)).allMatch(MinedPairs.Line::isSimilar);
        assertThat(lines.subList(4, lines.size())).hasSizeBetween(6, 12).noneMatch(MinedPairs.Line::isSimilar);
        assertThat(lines.stream().filter(MinedPairs.Line::isValid).count()).isBetween(1L, lines.size() - 1L);
        assertThat(mine(settings)).isEqualTo(lines);
    }

    @Test
    void aProductThatNoPairNamesChangesNothing() throws Exception {
        TrainingSettings settings = settings(labelled("0,2,1\n1,3,1\n"), null, 0);
        mine(settings);
        String before = Files.readString(folder.resolve("pairs.jsonl"));
        Vectors vectors = new Vectors(5, 4);
        vectors.put(1, vector(1));
        Path second = new PartFolder(Path.of(place.compound())).file(1, "vec");
        Atomic.write(second, out -> VectorFile.write(vectors, out));

        mine(settings);
        assertThat(Files.readString(folder.resolve("pairs.jsonl"))).isEqualTo(before);

        Path first = new PartFolder(Path.of(place.compound())).file(0, "vec");
        Vectors others = new Vectors(5, 4);
        for (int n = 0; n < 5; n++) {
            others.put(n, vector(n + 1));
        }
        Atomic.write(first, out -> VectorFile.write(others, out));
        mine(settings);
        assertThat(Files.readString(folder.resolve("pairs.jsonl"))).isNotEqualTo(before);
    }
}
