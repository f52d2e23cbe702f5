package akin.similar.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.configuration.SimilarSettings;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtractorsTest {
    private static void open(String image) throws IOException {
        SimilarSettings settings = SimilarSettings.load(
                null, List.of("catalogue.file=items.csv", "catalogue.images=images", "features.image=" + image));
        new Extractors(settings, null).all(Set.of("image"));
    }

    @Test
    void saysAllThatANetworkLacks() {
        assertThatThrownBy(() -> open("{extractor: onnx, model: net.onnx, size: 4}"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("features.image.size: 4")
                .hasMessageContaining("features.image.layout: null (nchw or nhwc)")
                .hasMessageContaining("features.image.mean: [] (three numbers)");
    }

    @Test
    void saysWhichExtractorsThereAre() {
        assertThatThrownBy(() -> open("{extractor: magic}"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("features.image.extractor: magic (one of colour-shape, colour, shape, onnx");
    }
}
