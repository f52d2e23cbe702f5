package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Page;
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
        items = new NearestItems(memory, settings, space);
    }

    /** Learns a visit, the {@code step}-th: a row moves, now and then one comes, goes, or becomes another item's. */
    void learn(int step) {
        int row = 1 + (int) (step * 7919L % (space.end() - 1));
        if (step % 13 == 0) {
            space.put(space.end(), step);
        } else if (step % 17 == 0) {
            space.remove(row);
            items.forget(row);
        } else if (step % 19 == 0) {
            space.put(row, -step);
        } else if (space.has(row)) {
            space.nudge(row, step);
        }
        items.learned();
    }

    /** Writes out dirty pages, as a checkpoint does. */
    void checkpoint() {
        memory.drainDirty((table, number, page) -> saved.add(new Saved(table, number, page)));
    }

    /** Another shard, from a checkpoint just made. */
    Shard restored() {
        Shard shard = new Shard(settings, clusters);
        saved.forEach(one -> shard.memory.load(one.table, one.number, one.page));
        shard.saved.addAll(saved);
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
}
