package akin.similar.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.similar.catalogue.Product;
import akin.similar.feature.PriceExtractor;
import akin.similar.text.NgramExtractor;
import akin.similar.text.TermStatistics;
import akin.similar.text.TextField;
import akin.similar.text.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompoundsTest {
    private static Product product(String title, double price) {
        return new Product("1", title, null, List.of(), null, price, Map.of(), null, true);
    }

    private final List<Product> products = List.of(
            product("sony slv-100", 10),
            product("plain words", Double.NaN),
            product(null, 11),
            product(null, Double.NaN));

    private Compounds compounds() throws IOException {
        NgramExtractor title = new NgramExtractor(
                "title", TextField.title(), new TermStatistics(), List.of(View.WORDS, View.CODES), 64);
        return Compounds.of(products, List.of(title, new PriceExtractor("price")));
    }

    @Test
    void blocksHaveLengthOneOrAreKnownToLack() throws IOException {
        Compounds compounds = compounds();
        List<Block> blocks = compounds.layout().blocks();

        assertThat(blocks)
                .extracting(Block::name)
                .containsExactly("title.words", "title.codes", "price.scale-0.1", "price.scale-0.3", "price.scale-1.0");
        assertThat(compounds.layout().width()).isEqualTo(2 * 64 + 3 * 64);
        assertThat(blocks.stream().map(block -> compounds.has(0, block))).containsOnly(true);
        assertThat(blocks.stream().map(block -> compounds.has(1, block)))
                .containsExactly(true, false, false, false, false);
        assertThat(blocks.stream().map(block -> compounds.has(3, block))).containsOnly(false);
        for (Block block : blocks) {
            float norm = Kernels.squaredNorm(compounds.rows().values(), block.offset(), block.width());
            assertThat(norm).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void inputsWeighAlikeInAllOfThem() throws IOException {
        Matrix all = compounds().all();

        assertThat(Kernels.squaredNorm(all.values(), 0, 128)).isCloseTo(0.5f, within(1e-5f));
        assertThat(Kernels.squaredNorm(all.values(), 128, 192)).isCloseTo(0.5f, within(1e-5f));
        assertThat(Kernels.squaredNorm(all.values(), all.offset(1), 128)).isCloseTo(1, within(1e-5f));
        assertThat(Kernels.squaredNorm(all.values(), all.offset(3), all.columns()))
                .isZero();
    }

    @Test
    void anInputAloneHasLengthOne() throws IOException {
        Matrix title = compounds().input("title");

        assertThat(title.columns()).isEqualTo(128);
        assertThat(Kernels.squaredNorm(title.values(), 0, 128)).isCloseTo(1, within(1e-5f));
        assertThat(Kernels.squaredNorm(title.values(), title.offset(2), 128)).isZero();
    }

    @Test
    void whatIsNotFiniteIsLacking() {
        float[] values = {1, Float.NaN, 3};
        Compounds.normalise(values, 0, 3);

        assertThat(values).containsOnly(0);
    }
}
