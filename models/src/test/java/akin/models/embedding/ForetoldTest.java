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
    private static final float NOISE = 0.001f;

    private final Memory memory = new Memory();
    private final ItemContent content = new ItemContent(memory);
    private final Slots slots = new Slots(memory);
    private final Embeddings table = new Embeddings(memory, "table", Fixtures.embeddingSettings(), NOISE, null);
    private final ForetoldVectors foretold =
            new ForetoldVectors(memory, Fixtures.embeddingSettings(), table, slots, content, 0.2);

    /** What terms add up to is learned exactly where it is a sum. */
    @Test
    void foretellsTheMeanOfItsTerms() {
        for (int row = 1; row <= 9; row++) {
            content.set(row, item("i" + row, row % 3, row / 3 % 3));
        }
        for (int round = 0; round < 300; round++) {
            for (int row = 1; row <= 8; row++) {
                learn(row, direction(row % 3, row / 3 % 3));
            }
        }

        assertThat(foretold(9)).containsExactly(direction(0, 0), within(0.03f));
    }

    @Test
    void nothingIsForetoldOfWhatHasNoContent() {
        learn(1, direction(0, 0));

        assertThat(foretold.knows(1)).isFalse();
        assertThat(foretold(1)).isNull();
    }

    /** The table of terms has a row for each number below a learned one. */
    @Test
    void termsThatWereNeverLearnedSayNothing() {
        content.set(1, item("learned", 0, 0));
        content.set(2, item("half", 0, 9));
        for (int row = 3; row <= 40; row++) {
            content.set(row, item("i" + row, row, row));
        }
        learn(1, direction(0, 0));

        assertThat(foretold(2)).containsExactly(direction(0, 0), within(0.01f));
        for (int row = 3; row <= 40; row++) {
            assertThat(foretold.knows(row)).isFalse();
            assertThat(foretold(row)).isNull();
        }
    }

    @Test
    void whatWasLoadedIsLearned() {
        content.set(1, item("i", 0, 0));
        learn(1, direction(0, 0));
        float[] before = foretold(1);
        foretold.loaded();

        assertThat(foretold.knows(1)).isTrue();
        assertThat(foretold(1)).isEqualTo(before);
    }

    @Test
    void aVectorStartsWhereItIsForetold() {
        content.set(1, item("learned", 1, 2));
        content.set(2, item("new", 1, 2));
        learn(1, direction(1, 2));
        int slot = slots.take(2);
        table.start(slot);

        assertThat(vector(slot)).containsExactly(direction(1, 2), within(0.01f));
    }

    @Test
    void whatNobodyVisitedIsForetoldAnew() {
        content.set(1, item("learned", 1, 2));
        content.set(2, item("new", 1, 2));
        learn(1, direction(1, 2));
        foretold.foretell(slots.take(2));
        for (int round = 0; round < 50; round++) {
            learn(1, direction(0, 0));
        }
        foretold.foretell(slots.of(2));

        assertThat(vector(slots.of(2))).containsExactly(direction(0, 0), within(0.01f));
    }

    @Test
    void aBlendKeepsTheLengthOfWhatWasLearned() {
        content.set(1, item("learned", 1, 2));
        content.set(2, item("visited", 1, 2));
        learn(1, direction(1, 2));
        int slot = slots.take(2);
        table.start(slot);
        put(slot, scaled(direction(1, 2), 3));
        foretold.blend(slot, 0.5f);

        assertThat(table.length(slot)).isCloseTo(3, within(0.01f));
        assertThat(vector(slot)).containsExactly(scaled(direction(1, 2), 3), within(0.03f));
    }

    /** Shops send the same message again and again. */
    @Test
    void aRepeatedMessageWritesNothing() {
        content.set(4, item("i", 1, 1));
        memory.drainDirty((table, number, page) -> {});
        content.set(4, item("i", 1, 1));
        assertThat(memory.dirtyPages()).isZero();

        int before = content.term(4, 0);
        content.set(4, item("i", 1, 2));
        assertThat(memory.dirtyPages()).isEqualTo(1);
        assertThat(content.count(4)).isEqualTo(2);
        assertThat(content.term(4, 0)).isNotEqualTo(before);
    }

    private void learn(int row, float[] vector) {
        int slot = slots.take(row);
        table.start(slot);
        put(slot, vector);
        foretold.learn(row, slot);
    }

    /** Writes a vector by turning the one that is there as far as it goes. */
    private void put(int slot, float[] vector) {
        float length = 0;
        for (float x : vector) {
            length += x * x;
        }
        float[] page = table.rows().writable(slot);
        System.arraycopy(vector, 0, page, table.rows().offset(slot), DIMENSIONS);
        page[table.rows().offset(slot) + table.rows().width() - 1] = (float) Math.sqrt(length);
    }

    private float[] foretold(int row) {
        float[] direction = new float[DIMENSIONS];
        return foretold.direction(slots.take(row), direction) ? direction : null;
    }

    private float[] vector(int slot) {
        float[] vector = new float[DIMENSIONS];
        System.arraycopy(table.page(slot), table.offset(slot), vector, 0, DIMENSIONS);
        return vector;
    }

    private static float[] scaled(float[] vector, float by) {
        float[] scaled = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            scaled[i] = by * vector[i];
        }
        return scaled;
    }

    private static Item item(String id, int taste, int colour) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", "c" + colour);
        attributes.put("taste", "t" + taste);
        return new Item(id, Fixtures.START, List.of(), null, Double.NaN, attributes, true, Fixtures.START, false);
    }

    private static float[] direction(int taste, int colour) {
        float[] vector = new float[DIMENSIONS];
        vector[taste] = (float) Math.sqrt(0.5);
        vector[4 + colour] = (float) Math.sqrt(0.5);
        return vector;
    }
}
