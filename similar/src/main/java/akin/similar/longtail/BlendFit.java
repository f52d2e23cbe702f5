package akin.similar.longtail;

import akin.models.als.Workers;
import akin.models.kernel.Matrix;
import akin.models.longtail.ChoiceModel;
import akin.models.random.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds how signals are best weighed in a task: as a choice of the target among a sample of the candidates. */
final class BlendFit {
    private static final int BATCH = 64;
    private static final int ALTERNATIVES = 600;
    private static final double RIDGE = 2;
    private static final int LEAST_POSITIONS = 30;

    private final Ranks ranks;
    private final List<Signal> named;
    private final int signals;
    private final Workers workers;

    BlendFit(Ranks ranks, List<Signal> signals, Workers workers) {
        this.ranks = ranks;
        named = signals;
        this.signals = signals.size();
        this.workers = workers;
    }

    /** Returns the ranker that chooses best; where there are too few positions to tell, that by the blended vectors. */
    Ranker fit(String name, Task task, int items) {
        if (task.positions().size() < LEAST_POSITIONS) {
            return Ranker.of(name, "blended", named);
        }
        int[] candidates = IntStream.range(0, items)
                .filter(item -> task.candidates() == null || task.candidates()[item])
                .toArray();
        List<Task.Position> positions = task.positions();
        float[][] choices = new float[positions.size()][];
        workers.run((positions.size() + BATCH - 1) / BATCH, block -> {
            int from = block * BATCH;
            int to = Math.min(positions.size(), from + BATCH);
            Matrix[] scores = ranks.scores(positions.subList(from, to));
            for (int i = from; i < to; i++) {
                choices[i] = choice(positions.get(i), alternatives(positions.get(i), candidates, i), scores, i - from);
            }
        });
        return new Ranker(name, new ChoiceModel(signals, RIDGE).fit(choices));
    }

    /** Draws items that the user did not take, after the one taken. */
    private static int[] alternatives(Task.Position position, int[] candidates, int number) {
        long seed = Hash.seed(0, "alternatives");
        int[] items = new int[ALTERNATIVES + 1];
        items[0] = position.target();
        int n = 1;
        for (int draw = 0; draw < ALTERNATIVES; draw++) {
            int item = candidates[(int) Hash.below(Hash.of(seed, number, draw), candidates.length)];
            if (item != position.target()
                    && Arrays.stream(position.excluded()).noneMatch(excluded -> excluded == item)) {
                items[n++] = item;
            }
        }
        return Arrays.copyOf(items, n);
    }

    private float[] choice(Task.Position position, int[] items, Matrix[] scores, int row) {
        float[] choice = new float[items.length * signals];
        for (int i = 0; i < items.length; i++) {
            for (int signal = 0; signal < signals; signal++) {
                choice[i * signals + signal] = scores[signal].values()[scores[signal].offset(row) + items[i]];
            }
        }
        return choice;
    }
}
