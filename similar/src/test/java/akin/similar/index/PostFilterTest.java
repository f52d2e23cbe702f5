package akin.similar.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PostFilterTest {
    private final PostFilter filter = new PostFilter(true, 0.5);

    private static Facet facet(boolean isAvailable, double price, String... keys) {
        return new Facet("x", isAvailable, price, Arrays.asList(keys));
    }

    @Test
    void wantsTheSameKeyAttributes() {
        Facet red = facet(true, 10, "red", "m");

        assertThat(filter.reason(red, facet(true, 10, "red", "m"))).isNull();
        assertThat(filter.reason(red, facet(true, 10, "red", "l"))).isEqualTo(Match.Reason.KEY_ATTRIBUTE);
        assertThat(filter.reason(red, facet(true, 10, "red", null))).isEqualTo(Match.Reason.KEY_ATTRIBUTE);
        assertThat(filter.reason(facet(true, 10, "red", null), red)).isNull();
    }

    @Test
    void leavesOutWhatCannotBeBought() {
        assertThat(filter.reason(facet(true, 10), facet(false, 10))).isEqualTo(Match.Reason.UNAVAILABLE);
        assertThat(new PostFilter(false, 0).reason(facet(true, 10), facet(false, 10)))
                .isNull();
    }

    @Test
    void keepsPricesNear() {
        assertThat(filter.reason(facet(true, 10), facet(true, 5))).isNull();
        assertThat(filter.reason(facet(true, 10), facet(true, 15))).isNull();
        assertThat(filter.reason(facet(true, 10), facet(true, 15.01))).isEqualTo(Match.Reason.PRICE);
        assertThat(filter.reason(facet(true, 10), facet(true, Double.NaN))).isEqualTo(Match.Reason.PRICE);
        assertThat(filter.reason(facet(true, Double.NaN), facet(true, 5))).isNull();
    }
}
