package akin.models.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PackedTest {
    @Property(seed = "1")
    void ordersByScoreThenPosition(
            @ForAll float score,
            @ForAll float other,
            @ForAll @IntRange(min = 0) int position,
            @ForAll @IntRange(min = 0) int otherPosition) {
        int expected = score != other ? Float.compare(score, other) : Integer.compare(otherPosition, position);

        assertThat(Long.compare(Packed.of(score, position), Packed.of(other, otherPosition)))
                .isEqualTo(Integer.signum(expected));
        assertThat(Packed.position(Packed.of(score, position))).isEqualTo(position);
        assertThat(Packed.score(Packed.of(score, position))).isEqualTo(score);
    }

    @Property(seed = "2")
    void selectsTheGreatest(@ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> numbers, @ForAll int part) {
        long[] packed = numbers.stream().mapToLong(Integer::longValue).toArray();
        int k = Math.floorMod(part, packed.length + 1);
        Packed.select(packed, packed.length, k);

        long[] sorted = numbers.stream().mapToLong(Integer::longValue).sorted().toArray();
        assertThat(Arrays.copyOfRange(packed, packed.length - k, packed.length))
                .containsExactly(Arrays.copyOfRange(sorted, packed.length - k, packed.length));
        Arrays.sort(packed);
        assertThat(packed).containsExactly(sorted);
    }
}
