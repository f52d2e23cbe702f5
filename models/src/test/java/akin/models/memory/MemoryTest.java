package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Memory memory = new Memory();
    private final Table first = memory.table("first", 3);
    private final Table second = memory.table("second", 2000);
    private final Vectors third = memory.vectors("third", 64);

    @Test
    void digestsAlikeWhenLoadedFromItsPages() {
        first.ensure(5000);
        second.ensure(3);
        third.ensure(100);
        first.setInt(4321, 1, 5);
        third.set(99, 63, 0.5f);
        Memory copy = new Memory();
        copy.vectors("third", 64);
        copy.table("second", 2000);
        copy.table("first", 3);
        memory.drainDirty(copy::load);

        assertThat(copy.digest()).isEqualTo(memory.digest());
        assertThat(copy.dirtyPages()).isZero();
        assertThat(copy.bytes()).isEqualTo(memory.bytes());
        first.setInt(4321, 1, 6);
        assertThat(copy.digest()).isNotEqualTo(memory.digest());
        first.setInt(4321, 1, 5);
        assertThat(copy.digest()).isEqualTo(memory.digest());
        third.set(99, 63, 0.25f);
        assertThat(copy.digest()).isNotEqualTo(memory.digest());
    }

    @Test
    void whatWasWrittenOutStaysAsItWas() {
        first.ensure(0);
        third.ensure(0);
        first.setInt(0, 1, 5);
        third.set(0, 63, 0.5f);
        List<Page> written = drained();
        List<byte[]> bytes = written.stream().map(Page::bytes).toList();
        first.setInt(0, 1, 6);
        first.setLong(0, 1, 7);
        first.clear(0);
        third.writable(0)[third.offset(0)] = 1;
        third.set(0, 63, 0.75f);

        assertThat(written.stream().map(Page::bytes)).containsExactlyElementsOf(bytes);
        assertThat(drained().stream().map(Page::bytes)).doesNotContainAnyElementsOf(bytes);
    }

    @Test
    void whatWasLoadedStaysAsItWas() {
        third.ensure(0);
        third.set(0, 63, 0.5f);
        Page saved = new Page(drained().get(0).bytes());
        byte[] bytes = saved.bytes();
        Memory restored = new Memory();
        Vectors vectors = restored.vectors("third", 64);
        restored.load("third", 0, saved);
        restored.load("third", 0, new Page(bytes));
        vectors.set(0, 63, 0.75f);

        assertThat(saved.bytes()).isNotSameAs(bytes).isEqualTo(bytes);
        assertThat(restored.dirtyPages()).isEqualTo(1);
        assertThat(third.get(0, 63)).isEqualTo(0.5f);
    }

    @Test
    void someChangedPagesAtATimeAreAllInTheEnd() {
        first.ensure(5000);
        second.ensure(3);
        third.ensure(1000);
        int pages = memory.dirtyPages();
        Memory copy = new Memory();
        copy.vectors("third", 64);
        copy.table("second", 2000);
        copy.table("first", 3);
        int calls = 0;
        while (memory.dirtyPages() > 0) {
            first.setInt(calls % 100, 1, calls);
            assertThat(memory.drainDirty(5, copy::load)).isBetween(1, 5);
            calls++;
        }

        assertThat(calls).isBetween(pages / 5, pages / 2);
        assertThat(copy.digest()).isEqualTo(memory.digest());
        first.setInt(4321, 1, 5);
        first.setInt(0, 1, 5);
        assertThat(memory.drainDirty(5, copy::load)).isEqualTo(2);
        assertThat(copy.digest()).isEqualTo(memory.digest());
    }

    private List<Page> drained() {
        List<Page> pages = new ArrayList<>();
        memory.drainDirty((table, number, page) -> pages.add(page));
        return pages;
    }

    @Test
    void listsBothKindsByName() {
        assertThat(memory.tables()).containsExactly(first, second, third);
    }

    @Test
    void namesAnUnknownTable() {
        assertThatThrownBy(() -> memory.load("fourth", 0, new Page(new byte[0])))
                .hasMessage("the saved table 'fourth' is not known here; known: first, second, third");
        assertThatThrownBy(() -> memory.table("first", 1)).hasMessageContaining("declared twice");
        assertThatThrownBy(() -> memory.vectors("first", 3)).hasMessageContaining("declared twice");
    }
}
