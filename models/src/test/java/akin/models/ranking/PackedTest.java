package akin.models.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

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
}
