package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class RingsTest {
    @Test
    void keepsTheNewest() {
        Rings rings = new Rings(new Memory(), "rings", 5);
        ArrayDeque<Integer> expected = new ArrayDeque<>();
        for (int i = 1; i <= 37; i++) {
            rings.add(3, i);
            expected.addFirst(i);
            while (expected.size() > 5) {
                expected.removeLast();
            }
            assertThat(rings.size(3)).isEqualTo(expected.size());
            Iterator<Integer> newest = expected.iterator();
            for (int n = 0; n < rings.size(3); n++) {
                assertThat(rings.newest(3, n)).isEqualTo(newest.next());
            }
        }
        assertThat(rings.size(2)).isZero();
    }
}
