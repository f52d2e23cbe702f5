package akin.jobs.config;

import akin.models.embedding.BatchSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.ExampleSettings;
import akin.models.embedding.LearningSettings;
import akin.models.embedding.LearningSettings.Optimizer;
import akin.models.embedding.Loss;
import akin.models.embedding.NegativeSettings;
import akin.models.embedding.WindowModelSettings;
import akin.models.neighbours.NeighbourSettings;

/** Reads how embeddings are learned. What a model could do with, but learns little by, is refused here. */
final class EmbeddingReader {
    private EmbeddingReader() {}

    static EmbeddingSettings read(Config config) {
        return config.make(() -> new EmbeddingSettings(
                config.integer("embedding.dimensions"),
                config.integer("embedding.seed"),
                examples(config),
                batches(config),
                learning(config),
                windows(config),
                neighbours(config)));
    }

    private static ExampleSettings examples(Config config) {
        return config.make(() -> new ExampleSettings(
                config.integer("embedding.window"),
                config.integer("embedding.reservoir", 1024, 1 << 24),
                config.number("embedding.cart_weight"),
                config.number("embedding.purchase_weight"),
                config.integer("embedding.admission")));
    }

    private static BatchSettings batches(Config config) {
        NegativeSettings negatives = config.make(() -> new NegativeSettings(
                config.integer("embedding.negatives", 1, 1024),
                config.choice("embedding.negatives_by", NegativeSettings.By.class)));
        return config.make(() -> new BatchSettings(
                config.integer("embedding.batch"),
                config.duration("embedding.batch_span"),
                config.integer("embedding.replays"),
                negatives));
    }

    private static LearningSettings learning(Config config) {
        Optimizer optimizer = config.choice("embedding.optimizer", Optimizer.class);
        Double rate = config.unlessUnset("embedding.learning_rate", key -> config.number(key));
        return config.make(() -> new LearningSettings(
                optimizer,
                rate == null ? optimizer.usualRate() : rate,
                config.number("embedding.forgetting"),
                config.number("embedding.l2"),
                config.number("embedding.clip")));
    }

    private static WindowModelSettings windows(Config config) {
        return config.make(() -> new WindowModelSettings(
                config.number("embedding.scale"),
                config.flag("embedding.shared_table"),
                config.choice("embedding.supervised_loss", Loss.class)));
    }

    private static NeighbourSettings neighbours(Config config) {
        return config.make(() -> new NeighbourSettings(
                config.integer("embedding.neighbours.cell"),
                config.integer("embedding.neighbours.looked_at"),
                config.integer("embedding.neighbours.looked_at_by_shopper")));
    }
}
