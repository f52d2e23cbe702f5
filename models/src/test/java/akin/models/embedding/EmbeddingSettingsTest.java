package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.embedding.LearningSettings.Optimizer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddingSettingsTest {
    @Test
    void partsNameAllThatIsWrongByItsKey() {
        assertThatThrownBy(() -> new ExampleSettings(0, 500, 0.5, 2, 1))
                .hasMessage("embedding.window is 0, allowed is a whole number from 1 to 64; "
                        + "embedding.cart_weight is 0.5, allowed is a number from 1.0 to 100.0");
        assertThatThrownBy(() -> new BatchSettings(0, Duration.ZERO, 17, null))
                .hasMessageContainingAll("embedding.batch is 0", "embedding.batch_span is", "embedding.replays is 17");
        assertThatThrownBy(() -> new NegativeSettings(-1, NegativeSettings.By.UNIFORM))
                .hasMessageStartingWith("embedding.negatives is -1, ");
        assertThatThrownBy(() -> new LearningSettings(Optimizer.ADAM, Double.NaN, 2, -1, 0))
                .hasMessageContainingAll(
                        "embedding.learning_rate is NaN",
                        "embedding.forgetting is 2.0",
                        "embedding.l2 is -1.0",
                        "embedding.clip is 0.0");
        assertThatThrownBy(() -> new WindowModelSettings(0, true, Loss.SOFTMAX))
                .hasMessageStartingWith("embedding.scale is 0.0, ");
    }

    @Test
    void aBatchFitsTheReservoirAndTheGradients() {
        Tuning tuning = new Tuning();
        tuning.batch = 501;
        assertThatThrownBy(tuning::settings)
                .hasMessage("embedding.reservoir is 500, allowed is no fewer examples than a batch has, 501");
        tuning.reservoir = 5000;
        tuning.batch = 1000;
        tuning.replays = 14;
        assertThat(tuning.settings().batches().examples()).isEqualTo(15_000);
        tuning.replays = 15;
        assertThatThrownBy(tuning::settings).hasMessageStartingWith("embedding.batch is 1000, allowed is batch × ");
    }
}
