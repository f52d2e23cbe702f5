package akin.similar.configuration;

import akin.similar.pairs.PairCleaning;
import akin.similar.pairs.ViewToPurchase;
import akin.similar.siamese.SiameseSettings;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an application learns from. Files are texts, since a path can't be sent to a task.
 *
 * @param labelled null for no such task
 * @param behaviour null for no such task
 * @param others pairs of others that each task shall have per similar pair: where it has fewer, random ones are added
 * @param validation share of the pairs that choices are made by
 */
public record TrainingSettings(
        LabelledSettings labelled, BehaviourSettings behaviour, int others, double validation, SiameseSettings net)
        implements Serializable {
    /** The name of the task that learns labelled pairs. */
    public static final String LABELLED = "labelled";

    /** The name of the task that learns from what shoppers do. */
    public static final String BEHAVIOUR = "behaviour";

    /**
     * A file of labelled pairs.
     *
     * @param columns names by {@code left}, {@code right} and {@code label}; others are guessed
     */
    public record LabelledSettings(String pairs, Map<String, String> columns, double weight) implements Serializable {
        public LabelledSettings {
            columns = new TreeMap<>(columns);
        }
    }

    /**
     * What shoppers did.
     *
     * @param events a log, or null
     * @param savepoint the folder of a savepoint that remembers shoppers, or null
     */
    public record BehaviourSettings(
            String events, String savepoint, ViewToPurchase mining, PairCleaning cleaning, double weight)
            implements Serializable {
        /** Returns the files that are read first, by the names of their settings. */
        public Map<String, Path> files() {
            Map<String, Path> files = new TreeMap<>();
            if (events != null) {
                files.put("events", Path.of(events));
            }
            if (savepoint != null) {
                files.put("savepoint", Path.of(savepoint, "_metadata"));
            }
            return files;
        }
    }

    /** Returns the weights of the tasks, by their names. */
    public Map<String, Double> weights() {
        Map<String, Double> weights = new TreeMap<>();
        if (labelled != null) {
            weights.put(LABELLED, labelled.weight());
        }
        if (behaviour != null) {
            weights.put(BEHAVIOUR, behaviour.weight());
        }
        return weights;
    }
}
