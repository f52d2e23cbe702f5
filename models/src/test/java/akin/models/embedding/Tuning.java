package akin.models.embedding;

import akin.models.Fixtures;
import akin.models.recommender.Components;
import java.time.Duration;
import java.util.List;

/** Small settings, of which a test changes what it is about; gradients are applied as they are unless it says otherwise. */
final class Tuning {
    List<String> learners = Components.learners();
    int dimensions = 6;
    int window = 4;
    int negatives = 12;
    boolean byPopularity;
    int batch = 16;
    Duration batchSpan = Duration.ofDays(1);
    int replays;
    int reservoir = 500;
    LearningSettings.Optimizer optimizer = LearningSettings.Optimizer.ADAGRAD;
    double learningRate = 0.1;
    double forgetting;
    double l2;
    double scale = 2;
    boolean sharedTable;
    double clip = 1e6;
    Loss supervised = Loss.BINARY;
    int admission = 1;
    long seed = 1;

    EmbeddingSettings settings() {
        NegativeSettings.By by = byPopularity ? NegativeSettings.By.POPULARITY : NegativeSettings.By.UNIFORM;
        return new EmbeddingSettings(
                dimensions,
                seed,
                new ExampleSettings(window, reservoir, 2, 3, admission),
                new BatchSettings(batch, batchSpan, replays, new NegativeSettings(negatives, by)),
                new LearningSettings(optimizer, learningRate, forgetting, l2, clip),
                new WindowModelSettings(scale, sharedTable, supervised),
                Fixtures.embeddingSettings().neighbours());
    }
}
