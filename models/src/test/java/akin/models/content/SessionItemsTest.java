package akin.models.content;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionItemsTest {
    @Test
    void namesTheItemsOfTheSessionOnceNewestFirst() {
        Items items = new Items(new Memory());
        List.of("a", "b", "c", "d").forEach(items::add);
        List<String> window = List.of("b", "a", "x", "b", "c", "d");
        Query query = new Query().set(items, "d", window, window.size(), 0, 0);
        CandidateList list = new CandidateList();
        list.clear(10);

        new SessionItems().find(query, row -> row != items.row("d"), list);

        assertThat(list.size()).isEqualTo(3);
        assertThat(List.of(items.id(list.row(0)), items.id(list.row(1)), items.id(list.row(2))))
                .containsExactly("c", "b", "a");
    }
}
