package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final Slots slots = new Slots(new Memory());

    @Test
    void slotsAreGivenInTurnAndKept() {
        assertThat(slots.take(9)).isEqualTo(1);
        assertThat(slots.take(100_000)).isEqualTo(2);
        assertThat(slots.take(9)).isEqualTo(1);
        assertThat(slots.of(100_000)).isEqualTo(2);
        assertThat(slots.row(2)).isEqualTo(100_000);
    }

    @Test
    void whatHasNoSlotHasNone() {
        slots.take(9);

        assertThat(slots.of(0)).isZero();
        assertThat(slots.of(8)).isZero();
        assertThat(slots.of(1_000_000)).isZero();
        assertThat(slots.row(0)).isZero();
        assertThat(slots.row(2)).isZero();
        assertThat(slots.row(1_000_000)).isZero();
    }

    @Test
    void aMapAndASetOfFreeSlotsSayTheSame() {
        Map<Integer, Integer> slotOf = new HashMap<>();
        Random random = new Random(1);
        for (int step = 0; step < 20_000; step++) {
            int row = 1 + random.nextInt(300);
            if (random.nextInt(3) == 0) {
                slots.free(row);
                slotOf.remove(row);
            } else {
                int slot = slots.take(row);
                assertThat(slotOf.getOrDefault(row, slot)).isEqualTo(slot);
                slotOf.put(row, slot);
            }
        }

        assertThat(slotOf.values()).doesNotHaveDuplicates().allMatch(slot -> slot <= 300);
        for (int row = 1; row <= 300; row++) {
            assertThat(slots.of(row)).isEqualTo(slotOf.getOrDefault(row, 0));
        }
        slotOf.forEach((row, slot) -> assertThat(slots.row(slot)).isEqualTo(row));
        for (int slot = 1; slot <= 300; slot++) {
            assertThat(slots.row(slot) == 0).isEqualTo(!slotOf.containsValue(slot));
        }
    }

    @Test
    void vectorsFromBeforeThereWereSlotsStayWhereTheyAre() {
        slots.loaded(8, row -> row == 3 || row == 7);

        assertThat(slots.of(3)).isEqualTo(3);
        assertThat(slots.of(7)).isEqualTo(7);
        assertThat(slots.of(4)).isZero();
        assertThat(List.of(slots.take(4), slots.take(8), slots.take(9), slots.take(10), slots.take(11), slots.take(12)))
                .containsExactly(1, 2, 4, 5, 6, 8);
    }

    @Test
    void vectorsTakeMemoryForWhatIsLearnedOnly() {
        Tuning tuning = new Tuning();
        tuning.batch = 1;
        World world = new World(tuning, 10_000);
        for (int item = 0; item < 5000; item++) {
            world.catalog.update(Fixtures.item(item, Fixtures.START));
        }
        for (int item = 4000; item < 4010; item++) {
            world.visit("i" + item, EventType.VIEW, List.of("i" + Math.max(4000, item - 1)), Fixtures.START);
        }

        for (String table : List.of("item2vec.items", "item2vec.contexts", "personalized.items", "supervised.items")) {
            assertThat(world.vectors(table).pageCount()).as(table).isEqualTo(1);
        }
        assertThat(world.slot("i4005")).isBetween(1, 10);
        assertThat(world.slot("i100")).isZero();
    }

    @Test
    void aForgottenItemsSlotIsTheNextOnes() {
        Tuning tuning = new Tuning();
        tuning.batch = 1;
        tuning.negatives = 0;
        World world = new World(tuning);
        world.visit("b", EventType.VIEW, List.of("a"), Fixtures.START);
        int slot = world.slot("b");
        world.remove("b");
        world.visit("d", EventType.VIEW, List.of("c"), Fixtures.START);

        assertThat(List.of(world.slot("d"), world.slot("c"))).contains(slot);
        assertThat(world.vectors("personalized.items").pageCount()).isEqualTo(1);
    }
}
