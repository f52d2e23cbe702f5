package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Item;
import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DirectoryFunctionTest {
    private static final ShardSettings BY_CATEGORY = new ShardSettings(ShardSettings.By.CATEGORY, 1, 1);

    private static KeyedOneInputStreamOperatorTestHarness<Integer, Item, ItemUpdate> harness(OperatorSubtaskState from)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Integer, Item, ItemUpdate> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new DirectoryFunction(BY_CATEGORY)), item -> 0, Types.INT);
        harness.setup(RecordTypes.ITEM_UPDATE.createSerializer(new SerializerConfigImpl()));
        if (from != null) {
            harness.initializeState(from);
        }
        harness.open();
        return harness;
    }

    @Test
    void remembersNumbersAndPlacesAcrossARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(null)) {
            harness.processElement(Item.of("a", 1, List.of("shoes")), 1);
            harness.processElement(Item.of("b", 1, List.of("hats")), 1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(snapshot)) {
            harness.processElement(Item.of("a", 2, List.of("hats")), 2);
            harness.processElement(Item.of("c", 2, List.of("bags")), 2);

            assertThat(harness.extractOutputValues())
                    .extracting(ItemUpdate::shard)
                    .containsExactly(1, 2, 3);
            assertThat(harness.extractOutputValues())
                    .extracting(ItemUpdate::sequence)
                    .containsExactly(2L, 2L, 3L);
            harness.processElement(Item.deleted("a", 3), 3);
            harness.processElement(Item.deleted("b", 3), 3);
            harness.processElement(Item.deleted("c", 3), 3);
            // What stays are the map of the paths' numbers, the sequence, and the deletions with their number.
            assertThat(harness.numKeyedStateEntries()).isEqualTo(4);
        }
    }

    @Test
    void aChangeThatANewerOneOvertookIsSetAsideAlsoAfterARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(null)) {
            harness.processElement(Item.of("a", 5, List.of("shoes")), 5);
            harness.processElement(Item.deleted("b", 5), 5);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(snapshot)) {
            harness.processElement(Item.of("a", 4, List.of("hats")), 4);
            harness.processElement(Item.of("b", 4, List.of("hats")), 4);
            harness.processElement(Item.of("b", 6, List.of("hats")), 6);

            assertThat(harness.extractOutputValues())
                    .extracting(ItemUpdate::timestamp)
                    .containsExactly(6L);
            assertThat(harness.getSideOutput(DirectoryFunction.DEAD_LETTERS))
                    .extracting(record -> record.getValue().toString())
                    .hasSize(2)
                    .allSatisfy(letter -> assertThat(letter).contains("directory, ", "a newer change of the item"));
        }
    }

    @Test
    void ofDeletedItemsTheLastAreRemembered() throws Exception {
        try (var harness = harness(null)) {
            for (int i = 0; i < 100_000; i++) {
                harness.processElement(Item.of("i" + i, 2 * i, List.of("shoes")), 0);
                harness.processElement(Item.deleted("i" + i, 2 * i + 1), 0);
            }
            var state = (KeyedProcessOperator<?, ?, ?>) harness.getOperator();
            state.setCurrentKey(0);
            MapState<String, Long> deleted = state.getKeyedStateStore().getMapState(OperatorStates.deleted());
            assertThat(deleted.keys()).hasSizeBetween(32_768, 65_536).contains("i99999", "i80000");
            assertThat(deleted.contains("i0")).isFalse();
        }
    }
}
