package akin.state.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.memory.Page;
import akin.state.ShardKeys;
import akin.state.pages.PagedState;
import org.junit.jupiter.api.Test;

class ShardEntryTest {
    private static final int KEY = ShardKeys.keyOf(3, 128);

    @Test
    void aPageSaysItsShard() {
        byte[] bytes = {1, 2, 3};
        SavedPage saved = ShardEntry.page(KEY, "counts", 7, new Page(bytes)).page();

        assertThat(saved).isEqualTo(new SavedPage(3, "counts", 7, bytes));
    }

    @Test
    void whatWaitsAndTextsComeBack() throws Exception {
        assertThat(ShardEntry.pending(KEY, WrittenSavepoint.waiting(3, "ann")).input())
                .isEqualTo(WrittenSavepoint.waiting(3, "ann"));
        assertThat(ShardEntry.setting(KEY, "shards.by", "größe").text()).isEqualTo("größe");
    }

    @Test
    void onlyStatesOfPagesAreTables() {
        assertThat(PagedState.tableOf(PagedState.descriptor("item2vec.items").getName()))
                .contains("item2vec.items");
        assertThat(PagedState.tableOf(PagedState.TABLES.getName())).isEmpty();
    }
}
