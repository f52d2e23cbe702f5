package akin.similar.siamese;

import akin.models.kernel.Matrix;
import akin.similar.compound.Compounds;
import akin.similar.pairs.Task;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Validates on the pairs of several tasks: by the means, weighed as the tasks' losses are, of average precision and of the best
 * F1. Embeddings are brought to unit length first, since an index ranks by the cosine.
 */
public record TaskValidation(List<Task> tasks) implements Validation {
    public TaskValidation {
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a validation needs a task");
        }
    }

    /** Left and right of each pair, task after task. */
    @Override
    public int[] rows() {
        return tasks.stream()
                .flatMapToInt(task -> IntStream.of(new PairValidation(task.pairs()).rows()))
                .toArray();
    }

    @Override
    public double[] measure(Matrix embedded) {
        double[] means = new double[2];
        int row = 0;
        for (Task task : tasks) {
            Matrix own = unit(embedded, row, 2 * task.pairs().size());
            double[] figures = new PairValidation(task.pairs()).measure(own);
            for (int i = 0; i < means.length; i++) {
                means[i] += task.weight() / weights() * figures[i];
            }
            row += own.rows();
        }
        return means;
    }

    @Override
    public double[] parts(Embeddings embeddings) {
        double[][] all = tasks.stream()
                .map(task -> new PairValidation(task.pairs()).parts(embeddings))
                .toArray(double[][]::new);
        double count = Stream.of(all).mapToInt(parts -> parts.length).sum();
        return IntStream.range(0, all.length)
                .boxed()
                .flatMapToDouble(task -> DoubleStream.of(all[task])
                        .map(part -> part * tasks.get(task).weight() / weights() * count / all[task].length))
                .toArray();
    }

    private double weights() {
        return tasks.stream().mapToDouble(Task::weight).sum();
    }

    private static Matrix unit(Matrix all, int from, int rows) {
        int width = all.columns();
        Matrix some = new Matrix();
        some.resize(rows, width);
        System.arraycopy(all.values(), all.offset(from), some.values(), 0, rows * width);
        for (int row = 0; row < rows; row++) {
            Compounds.normalise(some.values(), some.offset(row), width);
        }
        return some;
    }
}
