package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.catalog.Catalog;
import akin.models.component.ItemMap;
import akin.models.memory.Memory;
import org.junit.jupiter.api.Test;

class CartographerTest {
    private final Memory memory = new Memory();
    private final Catalog catalog =
            new Catalog(memory, Fixtures.recommenderSettings().catalog(), row -> {});
    private final Slots slots = new Slots(memory);
    private final Embeddings table = new Embeddings(memory, "t", Fixtures.embeddingSettings(), 0, null);

    private void put(String item, int visits, float x, float y) {
        for (int i = 0; i < visits; i++) {
            catalog.visit(item, Fixtures.START);
        }
        int row = slots.take(catalog.items().row(item));
        table.start(row);
        table.rows().set(row, 2, x);
        table.rows().set(row, 5, y);
    }

    @Test
    void theAxisOfGreatestSpreadComesFirst() {
        put("left", 3, -5, 0.5f);
        put("right", 2, 8, 1);
        put("up", 5, 1, 9);
        ItemMap map = new Cartographer(catalog, slots, table).draw("t", 3);

        assertThat(map.items()).extracting(ItemMap.Point::itemId).containsExactly("up", "left", "right");
        assertThat(map.explained().get(0)).isGreaterThan(map.explained().get(1));
        assertThat(map.explained().get(0) + map.explained().get(1)).isCloseTo(1, within(1e-9));
        double leftToRight =
                Math.abs(map.items().get(1).x() - map.items().get(2).x());
        assertThat(leftToRight).isGreaterThan(1.9);
    }

    @Test
    void tooFewItemsMakeNoMap() {
        put("one", 1, 1, 0);
        put("two", 1, 0, 1);

        assertThat(new Cartographer(catalog, slots, table).draw("t", 3)).isNull();
    }

    @Test
    void itemsWithoutSpreadMakeNoMap() {
        put("one", 1, 1, 0);
        put("two", 1, 2, 0);
        put("three", 1, 3, 0);

        assertThat(new Cartographer(catalog, slots, table).draw("t", 3)).isNull();
    }
}
