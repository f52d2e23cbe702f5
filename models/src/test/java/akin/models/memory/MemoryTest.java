package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Memory memory = new Memory();
    private final Table first = memory.table("first", 3);
    private final Table second = memory.table("second", 2000);

    @Test
    void digestsAlikeWhenLoadedFromItsPages() {
        first.ensure(5000);
        second.ensure(3);
        first.setInt(4321, 1, 5);
        Memory copy = new Memory();
        copy.table("second", 2000);
        copy.table("first", 3);
        memory.drainDirty(copy::load);
        copy.loaded();

        assertThat(copy.digest()).isEqualTo(memory.digest());
        assertThat(copy.dirtyPages()).isZero();
        assertThat(copy.bytes()).isEqualTo(memory.bytes());
        first.setInt(4321, 1, 6);
        assertThat(copy.digest()).isNotEqualTo(memory.digest());
    }

    @Test
    void namesAnUnknownTable() {
        assertThatThrownBy(() -> memory.load("third", 0, new byte[0]))
                .hasMessage("the saved table 'third' is not known here; known: first, second");
        assertThatThrownBy(() -> memory.table("first", 1)).hasMessageContaining("declared twice");
    }
}
