package akin.similar.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Kernels;
import akin.similar.catalogue.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceExtractorTest {
    private final PriceExtractor extractor = new PriceExtractor("price");

    private static Product priced(double price) {
        return new Product("1", null, null, List.of(), null, price, Map.of(), null, true);
    }

    private double cosine(double a, double b, int part) {
        int width = extractor.parts().get(0).width();
        return Kernels.dot(
                extractor.extract(extractor.content(priced(a))),
                part * width,
                extractor.extract(extractor.content(priced(b))),
                part * width,
                width);
    }

    @Test
    void cosinesFallWithTheRatio() {
        for (int part = 0; part < 3; part++) {
            assertThat(cosine(9.99, 9.99, part)).isCloseTo(1, within(1e-5));
        }
        assertThat(cosine(100, 105, 0)).isCloseTo(Math.exp(-Math.pow(Math.log(1.05) / 0.1, 2) / 2), within(0.25));
        assertThat(cosine(100, 105, 1)).isGreaterThan(cosine(100, 150, 1) + 0.1);
        assertThat(cosine(100, 150, 2)).isGreaterThan(cosine(100, 900, 2) + 0.2);
        assertThat(cosine(1, 1.5, 1)).isCloseTo(cosine(1000, 1500, 1), within(1e-4));
    }

    @Test
    void whatHasNoPriceHasNoVector() {
        for (double price : new double[] {Double.NaN, 0, -1, Double.POSITIVE_INFINITY}) {
            assertThat(extractor.content(priced(price))).isNull();
        }
        assertThat(extractor.extract(extractor.content(priced(1e-300)))).doesNotContain(Float.NaN);
    }
}
