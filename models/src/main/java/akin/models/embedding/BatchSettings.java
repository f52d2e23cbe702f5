package akin.models.embedding;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What is learned in one step.
 *
 * @param size most new examples in a batch
 * @param span event time at whose multiples a batch is cut
 * @param replays old examples that are learned again with each new one
 * @param negatives what a batch's examples are learned against
 */
public record BatchSettings(int size, Duration span, int replays, NegativeSettings negatives) implements Serializable {
    public BatchSettings {
        Checks.of("embedding")
                .range("batch", size, 1, 1024)
                .positive("batch_span", span)
                .range("replays", replays, 0, 16)
                .verify();
    }

    /** Returns how many examples a batch has at most, old ones included. */
    long examples() {
        return (1L + replays) * size;
    }
}
