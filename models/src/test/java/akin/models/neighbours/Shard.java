package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Page;
import akin.models.memory.Table;
import akin.models.random.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A space that learns, its nearest items, and what has been saved of both. */
final class Shard {
    private record Saved(String table, int number, Page page) {}

    final Memory memory = new Memory();
    final Clusters space;
    final NearestItems items;
    private final List<Saved> saved = new ArrayList<>();
    private final NeighbourSettings settings;
    private final int clusters;

    Shard(NeighbourSettings settings, int clusters) {
        this.settings = settings;
        this.clusters = clusters;
        space = new Clusters(memory, clusters);
        items = new NearestItems(memory, "neighbours.cells", settings, space);
        space.onMove(items::moved);
    }

    /** Learns a visit, the {@code step}-th: a row moves, now and then one comes, goes, or becomes another item's. */
    void learn(int step) {
        int row = 1 + draw(step, space.end() - 1);
        if (step % 13 == 0) {
            row = space.end();
            space.put(row, step);
        } else if (step % 17 == 0) {
            space.remove(row);
        } else if (step % 19 == 0) {
            space.put(row, -step);
        } else if (space.has(row)) {
            space.nudge(row, step);
        }
    }

    /** The cell that is remembered for a row, 0: none. */
    int cell(int row) {
        Table cells = (Table) memory.tables().stream()
                .filter(table -> table.name().equals("neighbours.cells"))
                .findFirst()
                .orElseThrow();
        return cells.has(row) ? cells.getInt(row, 0) : 0;
    }

    static int draw(int step, int bound) {
        return (int) Hash.below(Hash.of(7, 7, step), bound);
    }

    /** Writes out dirty pages, as a checkpoint does. */
    void checkpoint() {
        memory.drainDirty((table, number, page) -> saved.add(new Saved(table, number, page)));
    }

    /** Another shard, from a checkpoint just made. */
    Shard restored() {
        return restored("");
    }

    /** Another shard, from a checkpoint just made, without a table. */
    Shard restored(String without) {
        Shard shard = new Shard(settings, clusters);
        for (Saved one : saved) {
            if (!one.table.equals(without)) {
                shard.memory.load(one.table, one.number, one.page);
                shard.saved.add(one);
            }
        }
        shard.space.restore(space);
        shard.items.loaded();
        return shard;
    }

    /** The rows and cosines nearest to a row, as text. */
    String nearest(int row, int k) {
        int[] rows = new int[k];
        float[] cosines = new float[k];
        int found = items.nearest(row, k, rows, cosines);
        return Arrays.toString(Arrays.copyOf(rows, found)) + Arrays.toString(Arrays.copyOf(cosines, found));
    }

    int[] rows(int row, int k) {
        int[] rows = new int[k];
        return Arrays.copyOf(rows, items.nearest(row, k, rows, new float[k]));
    }

    /** The share of the true nearest 30 that is found, for a row. */
    double recall(int row) {
        int[] exact = Naive.nearest(space, row, 30);
        int[] found = rows(row, 30);
        return Arrays.stream(found)
                        .filter(one -> Arrays.stream(exact).anyMatch(other -> other == one))
                        .count()
                / (double) exact.length;
    }

    /** The share of the true nearest 30 that is found, on average over rows spread evenly. */
    double recall() {
        double sum = 0;
        int n = 0;
        for (int row = 1; row < space.end(); row += Math.max(1, space.end() / 100)) {
            if (space.has(row)) {
                sum += recall(row);
                n++;
            }
        }
        return sum / n;
    }
}
