package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.memory.Memory;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForetoldTest {
    private static final int DIMENSIONS = 8;

    /** What terms add up to is learned exactly where it is a sum. */
    @Test
    void foretellsTheMeanOfItsTerms() {
        Memory memory = new Memory();
        ItemContent content = new ItemContent(memory);
        ForetoldVectors foretold = new ForetoldVectors(memory, "items", Fixtures.embeddingSettings(), content, 0.2);
        for (int row = 1; row <= 9; row++) {
            content.set(row, item("i" + row, row % 3, row / 3 % 3));
        }
        for (int round = 0; round < 300; round++) {
            for (int row = 1; row <= 8; row++) {
                foretold.learn(row, vector(row % 3, row / 3 % 3), 0, 1);
            }
        }

        float[] of9 = new float[DIMENSIONS];
        assertThat(foretold.add(9, 1, of9, 0)).isTrue();
        assertThat(of9).containsExactly(vector(0, 0), within(0.02f));
    }

    @Test
    void nothingIsForetoldOfWhatHasNoContent() {
        Memory memory = new Memory();
        ForetoldVectors foretold =
                new ForetoldVectors(memory, "items", Fixtures.embeddingSettings(), new ItemContent(memory), 0.2);
        foretold.learn(1, new float[DIMENSIONS], 0, 1);

        assertThat(foretold.add(1, 1, new float[DIMENSIONS], 0)).isFalse();
    }

    /** The table of terms has a row for each number below a learned one. */
    @Test
    void termsThatWereNeverLearnedSayNothing() {
        Memory memory = new Memory();
        ItemContent content = new ItemContent(memory);
        ForetoldVectors foretold = new ForetoldVectors(memory, "items", Fixtures.embeddingSettings(), content, 1);
        content.set(1, item("learned", 0, 0));
        content.set(2, item("half", 0, 9));
        for (int row = 3; row <= 40; row++) {
            content.set(row, item("i" + row, row, row));
        }
        foretold.learn(1, vector(0, 0), 0, 1);

        float[] half = new float[DIMENSIONS];
        assertThat(foretold.add(2, 1, half, 0)).isTrue();
        assertThat(half).containsExactly(vector(0, 0), within(1e-6f));
        for (int row = 3; row <= 40; row++) {
            assertThat(foretold.add(row, 1, new float[DIMENSIONS], 0)).isFalse();
        }
    }

    @Test
    void contentThatChangesReplacesWhatWasThere() {
        ItemContent content = new ItemContent(new Memory());
        content.set(4, item("i", 1, 1));
        int before = content.term(4, 0);
        content.set(4, item("i", 1, 2));

        assertThat(content.count(4)).isEqualTo(2);
        assertThat(content.term(4, 0)).isNotEqualTo(before);
    }

    private static Item item(String id, int taste, int colour) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", "c" + colour);
        attributes.put("taste", "t" + taste);
        return new Item(id, Fixtures.START, List.of(), null, Double.NaN, attributes, true, Fixtures.START, false);
    }

    private static float[] vector(int taste, int colour) {
        float[] vector = new float[DIMENSIONS];
        vector[taste] = 0.5f;
        vector[4 + colour] = 0.5f;
        return vector;
    }
}
