package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class ColdStartTest {
    private final Tuning tuning = new Tuning();
    private final World world = new World(tuning);
    private final Slots slots = new Slots(new Memory());
    private final ColdStart coldStart = new ColdStart(world.catalog, slots);

    private void list(String id, String brand, String colour) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", colour);
        world.catalog.update(
                new Item(id, Fixtures.START, List.of(), brand, 1, attributes, true, Fixtures.START, false));
        slots.take(world.row(id));
    }

    private int slot(String item) {
        return slots.of(world.row(item));
    }

    private List<String> similar(String item, IntPredicate usable, int most) {
        int[] rows = new int[most];
        int n = coldStart.similar(slot(item), usable, rows);
        return Arrays.stream(rows, 0, n)
                .map(slots::row)
                .mapToObj(world.catalog.items()::id)
                .toList();
    }

    @Test
    void namesTheNewestHoldersOfTheRarestAttribute() {
        list("a", "common", "red");
        list("b", "common", "rare");
        list("c", "common", "rare");
        list("d", "common", "rare");
        list("e", "common", "red");
        list("new", "common", "rare");

        assertThat(similar("new", slot -> true, 8)).containsExactly("d", "c", "b");
        assertThat(similar("new", slot -> true, 2)).containsExactly("d", "c");
    }

    @Test
    void fallsBackOnAMoreCommonAttributeWhenNoHolderOfTheRarestWasSeen() {
        list("a", "common", "red");
        list("b", "common", "rare");
        list("c", "common", "red");
        list("new", "common", "rare");

        assertThat(similar("new", slot -> slot != slot("b"), 8)).containsExactly("c", "a");
        assertThat(similar("new", slot -> false, 8)).isEmpty();
    }

    @Test
    void namesNobodyWhoIsGone() {
        list("a", "brand", "red");
        list("b", "brand", "red");
        list("new", "brand", "red");
        world.remove("b");

        assertThat(similar("new", slot -> true, 8)).containsExactly("a");
    }

    @Test
    void namesNobodyForAnItemWithoutAttributes() {
        list("a", "brand", "red");
        slots.take(world.catalog.know("unlisted", Fixtures.START));

        assertThat(similar("unlisted", slot -> true, 8)).isEmpty();
    }

    @Test
    void anUnseenItemStartsAtTheMeanOfThoseLikeIt() {
        list("a", "brand", "red");
        list("b", "brand", "red");
        list("other", "brand", "blue");
        list("new", "brand", "red");
        Embeddings table = new Embeddings(new Memory(), "t", tuning.settings(), 0.01f, coldStart);
        for (String seen : List.of("a", "b", "other")) {
            table.start(slot(seen));
        }
        Vectors rows = table.rows();
        for (int i = 0; i < tuning.dimensions; i++) {
            rows.set(slot("a"), i, 1 + i);
            rows.set(slot("b"), i, 3 - i);
            rows.set(slot("other"), i, 77);
        }
        table.start(slot("new"));
        boolean isNoisy = false;
        for (int i = 0; i < tuning.dimensions; i++) {
            float coordinate = rows.get(slot("new"), i);
            assertThat(coordinate).isBetween(1.99f, 2.01f);
            isNoisy |= coordinate != 2;
        }

        assertThat(isNoisy).isTrue();
    }
}
