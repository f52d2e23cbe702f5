package akin.similar.training;

import akin.models.random.Hash;
import akin.similar.configuration.TrainingSettings;
import akin.similar.configuration.TrainingSettings.BehaviourSettings;
import akin.similar.files.Counts;
import akin.similar.files.PartTask;
import akin.similar.pairs.EventLog;
import akin.similar.pairs.Pair;
import akin.similar.pairs.PairCleaning;
import akin.similar.pairs.PairFile;
import akin.similar.pairs.PairList;
import akin.similar.pairs.RandomOthers;
import akin.similar.pairs.SavedShoppers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mines the pairs that an application learns: labelled ones of a file, and those of what shoppers do, cleaned. Each pair
 * of a task is there once; a hash of its ids says whether it is learned or validated on. Counts what is kept and dropped
 * by the name of the task.
 */
public record MineTask(TrainingSettings settings, NamedProducts.Place place) implements PartTask {
    private static final long SEED = 0x4D494E45;

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        Numbers ids = new Numbers();
        Map<String, List<Pair>> tasks = new LinkedHashMap<>();
        if (settings.labelled() != null) {
            tasks.put(TrainingSettings.LABELLED, labelled(ids, counts));
        }
        if (settings.behaviour() != null) {
            tasks.put(TrainingSettings.BEHAVIOUR, behaviour(ids, counts));
        }
        NamedProducts products = place.read(named(tasks.values(), ids)::contains);
        List<MinedPairs.Line> lines = new ArrayList<>();
        tasks.forEach((task, pairs) -> {
            for (Pair pair : refine(task, rows(task, pairs, ids, products, counts), products, counts)) {
                lines.add(line(task, pair, products, counts));
            }
        });
        new MinedPairs(products.digest(), lines).write(file);
    }

    private List<Pair> labelled(Numbers ids, Counts counts) throws IOException {
        PairFile file = new PairFile(
                Path.of(settings.labelled().pairs()), settings.labelled().columns());
        PairList read = file.readIds(ids::of, ids::of);
        count(TrainingSettings.LABELLED, "unreadable", read.unreadable(), counts);
        return read.pairs();
    }

    private List<Pair> behaviour(Numbers ids, Counts counts) throws IOException {
        BehaviourSettings behaviour = settings.behaviour();
        List<Pair> pairs = new ArrayList<>();
        if (behaviour.events() != null) {
            EventLog log = EventLog.read(Path.of(behaviour.events()), ids::of);
            count(TrainingSettings.BEHAVIOUR, "unreadable", log.unreadable(), counts);
            count(TrainingSettings.BEHAVIOUR, "purchases", log.purchases(), counts);
            pairs.addAll(log.mine(behaviour.mining()));
        }
        if (behaviour.savepoint() != null) {
            SavedShoppers shoppers = SavedShoppers.read(behaviour.savepoint(), ids::of, behaviour.mining());
            count(TrainingSettings.BEHAVIOUR, "purchases", shoppers.purchases(), counts);
            pairs.addAll(shoppers.pairs());
        }
        return pairs;
    }

    private static Set<String> named(Collection<List<Pair>> tasks, Numbers ids) {
        Set<String> named = new HashSet<>();
        tasks.forEach(pairs -> pairs.forEach(pair -> {
            named.add(ids.id(pair.left()));
            named.add(ids.id(pair.right()));
        }));
        return named;
    }

    /** The pairs of products that have a vector, by their rows, each once; one that is called both is similar. */
    private static Collection<Pair> rows(
            String task, List<Pair> pairs, Numbers ids, NamedProducts products, Counts counts) {
        Map<Long, Pair> once = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            int left = products.row(ids.id(pair.left()));
            int right = products.row(ids.id(pair.right()));
            if (left < 0 || right < 0) {
                count(task, "unknown", 1, counts);
            } else if (!products.has(left) || !products.has(right)) {
                count(task, "without", 1, counts);
            } else if (left == right) {
                count(task, "repeated", 1, counts);
            } else {
                Pair row = new Pair(left, right, pair.isSimilar());
                Pair known = once.putIfAbsent(row.key(), row);
                if (known != null) {
                    count(task, "repeated", 1, counts);
                    once.put(row.key(), new Pair(known.left(), known.right(), row.isSimilar() || known.isSimilar()));
                }
            }
        }
        return once.values();
    }

    private List<Pair> refine(String task, Collection<Pair> pairs, NamedProducts products, Counts counts) {
        List<Pair> kept = new ArrayList<>(pairs);
        if (task.equals(TrainingSettings.BEHAVIOUR)) {
            PairCleaning.Cleaned cleaned = settings.behaviour().cleaning().clean(kept, products::cosines);
            count(task, "cleaned_similar", cleaned.similarDropped(), counts);
            count(task, "cleaned_others", cleaned.othersDropped(), counts);
            kept = new ArrayList<>(cleaned.pairs());
        }
        List<Pair> drawn = new RandomOthers(settings.others()).draw(kept, Hash.seed(SEED, task));
        count(task, "drawn", drawn.size(), counts);
        kept.addAll(drawn);
        return kept;
    }

    private MinedPairs.Line line(String task, Pair pair, NamedProducts products, Counts counts) {
        String left = products.id(pair.left());
        String right = products.id(pair.right());
        boolean isOrdered = left.compareTo(right) < 0;
        long hash = Hash.seed(Hash.seed(SEED, isOrdered ? left : right), isOrdered ? right : left);
        boolean isValid = Hash.unit(hash) < settings.validation();
        count(task, (isValid ? "valid_" : "") + (pair.isSimilar() ? "similar" : "others"), 1, counts);
        return new MinedPairs.Line(task, isValid, left, right, pair.isSimilar());
    }

    private static void count(String task, String what, long count, Counts counts) {
        if (count > 0) {
            counts.add(task + "_" + what, count);
        }
    }

    @Override
    public String ending() {
        return "jsonl";
    }
}
