package akin.similar.longtail;

import akin.models.als.Workers;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranks the target of each position of a task among all candidates. Of those with the same score half stand before it:
 * a ranker gains nothing from scoring alike.
 */
final class Ranks {
    private static final int BATCH = 64;

    private final int items;
    private final List<Signal> signals;
    private final Workers workers;

    Ranks(int items, List<Signal> signals, Workers workers) {
        this.items = items;
        this.signals = signals;
        this.workers = workers;
    }

    /** Returns the places of the targets by ranker and position; the first place is 1. */
    double[][] of(Task task, List<Ranker> rankers) {
        List<Task.Position> positions = task.positions();
        double[][] places = new double[rankers.size()][positions.size()];
        workers.run((positions.size() + BATCH - 1) / BATCH, block -> {
            int from = block * BATCH;
            int to = Math.min(positions.size(), from + BATCH);
            Matrix[] scores = scores(positions.subList(from, to));
            for (int i = from; i < to; i++) {
                Combined combined = new Combined(scores, i - from, positions.get(i), task.candidates());
                for (int ranker = 0; ranker < rankers.size(); ranker++) {
                    places[ranker][i] = combined.place(rankers.get(ranker));
                }
            }
        });
        return places;
    }

    /** Returns what every signal says of all items for some positions: a row per position. */
    Matrix[] scores(List<Task.Position> positions) {
        List<Query> queries = new ArrayList<>();
        positions.forEach(position -> queries.add(position.query()));
        Matrix[] scores = new Matrix[signals.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = new Matrix();
            scores[i].zero(queries.size(), items);
            signals.get(i).score(queries, scores[i]);
        }
        return scores;
    }

    /** The scores of one position. */
    private static final class Combined {
        private final Matrix[] scores;
        private final int row;
        private final Task.Position position;
        private final boolean[] candidates;
        private final float[] sums;

        Combined(Matrix[] scores, int row, Task.Position position, boolean[] candidates) {
            this.scores = scores;
            this.row = row;
            this.position = position;
            this.candidates = candidates;
            sums = new float[scores[0].columns()];
        }

        double place(Ranker ranker) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < ranker.weights().length; i++) {
                if (ranker.weights()[i] != 0) {
                    float weight = (float) ranker.weights()[i];
                    Kernels.axpy(weight, scores[i].values(), scores[i].offset(row), sums, 0, sums.length);
                }
            }
            float target = sums[position.target()];
            for (int item : position.excluded()) {
                sums[item] = Float.NEGATIVE_INFINITY;
            }
            int better = 0;
            int same = 0;
            for (int item = 0; item < sums.length; item++) {
                if (candidates == null || candidates[item]) {
                    better += sums[item] > target ? 1 : 0;
                    same += sums[item] == target ? 1 : 0;
                }
            }
            // The target itself is one of the same.
            return better + 1 + (same - 1) / 2.0;
        }
    }
}
