package akin.models.embedding;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * What the models that rank by the shopper's window are like.
 *
 * @param scale a score is the cosine times this
 * @param sharedTable whether what was visited and what is scored have the same vectors
 * @param supervised the loss of the supervised model
 */
public record WindowModelSettings(double scale, boolean sharedTable, Loss supervised) implements Serializable {
    public WindowModelSettings {
        Checks.of("embedding").range("scale", scale, 1e-3, 1e3).verify();
    }

    /** That there is one table of vectors or two. */
    Setting shapeOfTables() {
        return new Setting("embedding.shared_table", String.valueOf(sharedTable));
    }
}
