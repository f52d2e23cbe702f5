package akin.tools.rewrite;

import akin.jobs.config.AkinSettings;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.recommender.Recommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A setting that shapes memory and changes.
 *
 * @param effect what becomes of what was learned
 */
public record Change(String key, String from, String to, String effect) {
    private static final String CUT = "shards.";
    private static final String OPTIMIZER = "embedding.optimizer";
    private static final String SHARED_TABLE = "embedding.shared_table";

    @Override
    public String toString() {
        return key + " " + from + " -> " + to + ": " + effect;
    }

    static List<Change> between(AkinSettings before, AkinSettings after) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> now = shape(after);
        shape(before).forEach((key, value) -> {
            if (now.containsKey(key) && !now.get(key).equals(value)) {
                changes.add(new Change(key, value, now.get(key), effect(key, value, now.get(key))));
            }
        });
        changes.addAll(components(before, after));
        return changes;
    }

    private static Map<String, String> shape(AkinSettings settings) {
        Map<String, String> shape =
                new TreeMap<>(new Recommender(settings.recommender()).memory().settings());
        settings.shards().shape().forEach(setting -> shape.put(setting.key(), setting.value()));
        return shape;
    }

    private static List<Change> components(AkinSettings before, AkinSettings after) {
        List<String> then = on(before);
        List<String> now = on(after);
        Stream<String> published = Stream.concat(then.stream(), now.stream()).filter(Components::isPublished);
        return Stream.of(Components.learners().stream(), Components.others().stream(), published)
                .flatMap(ids -> ids)
                .distinct()
                .filter(id -> then.contains(id) != now.contains(id))
                .map(id -> now.contains(id)
                        ? new Change(id, "off", "on", "nothing is lost; it starts empty")
                        : new Change(id, "on", "off", lost(id)))
                .toList();
    }

    private static String lost(String id) {
        return Components.learners().contains(id) ? "its vectors and figures are lost" : "what it remembers is lost";
    }

    private static List<String> on(AkinSettings settings) {
        return settings.recommender().components().stream()
                .map(ComponentType::id)
                .toList();
    }

    private static String effect(String key, String from, String to) {
        if (obstacle(key) != null) {
            return "impossible";
        }
        if (key.equals(OPTIMIZER)) {
            return "vectors and biases stay; what the optimizer remembers of past gradients is lost, so first steps are long";
        }
        boolean grows = Integer.parseInt(to) > Integer.parseInt(from);
        return switch (key) {
            case "embedding.dimensions" ->
                grows
                        ? "nothing is lost; what vectors make of each other stays, new coordinates are learned from now on"
                        : "each learner's vectors keep the " + to
                                + " axes that carry most of their length, what lies along " + "the others is lost";
            case "embedding.window" ->
                grows
                        ? "nothing is lost; old examples stay as short as they are"
                        : "examples lose the items before the newest " + to;
            case "embedding.reservoir" ->
                grows
                        ? "nothing is lost"
                        : "all examples but the newest " + to + " are lost; what was learned from them stays";
            case "covisit.neighbours" ->
                grows
                        ? "nothing is lost"
                        : "items with more than " + to + " neighbours keep the " + Integer.parseInt(to) / 2
                                + " with the greatest counts";
            case "session_knn.sessions", "session_knn.items", "session_knn.postings" ->
                "what is remembered of sessions is kept as far as it fits" + (grows ? "" : "; the oldest is lost");
            case "pool.size" ->
                grows ? "nothing is lost" : "of the most popular items of a category the first " + to + " are kept";
            default -> throw new IllegalStateException("there is no way to change " + key + " in a savepoint");
        };
    }

    /** Why a setting can't be changed in a savepoint, or null. */
    private static String obstacle(String key) {
        if (key.equals(SHARED_TABLE)) {
            return "vectors that were learned as one table are no two, and two are not one";
        }
        return key.startsWith(CUT)
                ? "counts and vectors of one shard can't be dealt out to, or made one with, those of others"
                : null;
    }

    /** Refuses what pages can't be brought to, and a migration that is none. */
    static void requirePossible(List<Change> changes) {
        for (Change change : changes) {
            if (obstacle(change.key) != null) {
                throw new IllegalArgumentException(change.key + " can't be changed from " + change.from + " to "
                        + change.to + " in a savepoint: " + obstacle(change.key) + "; learn anew with ./akin savepoint "
                        + "bootstrap --format F --data LOG --out TO --set " + change.key + "=" + change.to);
            }
        }
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing that shapes memory changes: start the job from the savepoint as "
                            + "it is, or say by --set what is to change");
        }
    }
}
