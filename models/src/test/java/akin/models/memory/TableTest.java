package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table("things", 5);

    @Test
    void keepsEveryKindOfNumber() {
        table.ensure(1000);
        table.setInt(7, 0, -3);
        table.setFloat(7, 1, 2.5f);
        table.setLong(7, 2, Long.MIN_VALUE + 5);
        table.setDouble(1000, 3, Math.PI);

        assertThat(table.getInt(7, 0)).isEqualTo(-3);
        assertThat(table.getFloat(7, 1)).isEqualTo(2.5f);
        assertThat(table.getLong(7, 2)).isEqualTo(Long.MIN_VALUE + 5);
        assertThat(table.getDouble(1000, 3)).isEqualTo(Math.PI);
        assertThat(table.has(1000)).isTrue();
        assertThat(table.has(100_000)).isFalse();
    }

    @Test
    void writesOnlyPagesThatChanged() {
        table.ensure(2000);
        drained();
        table.setInt(3, 0, 1);
        table.setInt(1999, 0, 1);

        assertThat(table.dirtyCount()).isEqualTo(2);
        assertThat(drained()).hasSize(2);
        assertThat(drained()).isEmpty();
    }

    @Test
    void readsBackWhatItWrote() {
        table.ensure(500);
        table.setInt(400, 2, 77);
        Table copy = new Table("things", 5);
        table.drainDirty((name, number, page) -> copy.decode(number, page));

        assertThat(copy.getInt(400, 2)).isEqualTo(77);
        assertThat(copy.pageCount()).isEqualTo(table.pageCount());
    }

    @Test
    void refusesWhatItCannotTrust() {
        table.ensure(0);
        byte[] good = table.encode(0);
        byte[] damaged = good.clone();
        damaged[100] ^= 1;
        byte[] newer = good.clone();
        newer[0] = 9;

        assertThatThrownBy(() -> table.decode(0, damaged)).hasMessageStartingWith("table things, page 0: checksum ");
        assertThatThrownBy(() -> table.decode(0, newer))
                .hasMessage("table things, page 0: written with version 9, this build reads up to 1");
        assertThatThrownBy(() -> new Table("things", 6).decode(0, good))
                .hasMessageContaining("rows of 5 ints, here they have 6");
        assertThatThrownBy(() -> table.decode(0, new byte[3])).hasMessageContaining("cut short");
    }

    private List<Integer> drained() {
        List<Integer> pages = new ArrayList<>();
        table.drainDirty((name, number, page) -> pages.add(number));
        return pages;
    }
}
