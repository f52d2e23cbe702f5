package akin.models.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemIdsTest {
    @Test
    void isTheListItWasMadeOf() {
        Random random = new Random(1);
        for (int size = 0; size < 40; size++) {
            List<String> ids = random.ints(size, 0, 30)
                    .mapToObj(n -> n % 5 == 0 ? "größe ✓" + n : "i" + n)
                    .toList();
            ItemIds packed = ItemIds.of(ids);

            assertThat(packed.toList()).isEqualTo(ids);
            assertThat(packed.size()).isEqualTo(size);
            assertThat(IntStream.range(0, 30))
                    .allSatisfy(n -> assertThat(packed.indexOf("i" + n)).isEqualTo(ids.indexOf("i" + n)));
        }
    }

    @Test
    void aPartOfAnIdIsAnotherId() {
        ItemIds packed = ItemIds.of(List.of("ab", "abc", "bc"));

        assertThat(packed.indexOf("bc")).isEqualTo(2);
        assertThat(packed.indexOf("b")).isEqualTo(-1);
        assertThat(packed.indexOf("ab")).isZero();
    }
}
