package akin.models.embedding;

import akin.models.component.Learning;
import java.util.List;

/** Learns from batches of examples. */
interface Learner {
    /** The name in configuration and reports, that of its ranker too. */
    String name();

    /**
     * One step along the gradient of the batch, taken where the batch finds the model. Other learners learn the same batch at
     * the same time: only what is this learner's own may be changed.
     */
    void learn(Batch batch, Negatives negatives);

    /** Its tables of item vectors. */
    List<Embeddings> tables();

    /** Rebuilds what is derived from memory, after memory was loaded, but for its tables. */
    default void loaded() {}

    /** Takes over what the learner of the same name knows under other settings; this one must be new. */
    void adopt(Learner other);

    /** The item at a slot is gone. */
    void forget(int slot);

    Learning figures();
}
