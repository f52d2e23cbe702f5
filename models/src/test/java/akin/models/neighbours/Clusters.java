package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import akin.models.random.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * A space of seeded random vectors around centres; columns behind the vector say whether the row has one, and of which
 * cluster.
 */
final class Clusters implements Space {
    static final int DIMENSIONS = 64;

    private static final int MARK = DIMENSIONS + 1;
    private static final int CLUSTER = DIMENSIONS + 2;
    private static final float NOISE = 0.7f;

    private final float[][] centres;
    private final List<List<Integer>> members = new ArrayList<>();
    private final Vectors vectors;
    private int end = 1;
    private IntConsumer onMove = row -> {};

    Clusters(Memory memory, int clusters) {
        vectors = memory.vectors("space", DIMENSIONS + 3);
        centres = new float[clusters][DIMENSIONS];
        Random random = new Random(1);
        for (float[] centre : centres) {
            for (int i = 0; i < DIMENSIONS; i++) {
                centre[i] = (float) random.nextGaussian();
            }
            members.add(new ArrayList<>());
        }
    }

    /** Fills rows 1 to {@code rows}. */
    void fill(int rows) {
        for (int row = 1; row <= rows; row++) {
            put(row, row);
        }
    }

    /** Gives a row a vector that follows from the seed. */
    void put(int row, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        put(row, random.nextInt(centres.length), random);
    }

    private void put(int row, int cluster, Random random) {
        remove(row);
        vectors.ensure(row);
        end = Math.max(end, row + 1);
        for (int i = 0; i < DIMENSIONS; i++) {
            vectors.set(row, i, centres[cluster][i] + NOISE * (float) random.nextGaussian());
        }
        vectors.set(row, DIMENSIONS, 1000 * (float) random.nextGaussian());
        vectors.set(row, MARK, 1);
        vectors.set(row, CLUSTER, cluster);
        members.get(cluster).add(row);
        turned(row);
    }

    /** Takes in that a row's vector has changed. */
    void turned(int row) {
        onMove.accept(row);
    }

    void onMove(IntConsumer listener) {
        onMove = listener;
    }

    void remove(int row) {
        if (has(row)) {
            members.get(cluster(row)).remove((Integer) row);
            vectors.clear(row);
            onMove.accept(row);
        }
    }

    /** Moves a row a little, as learning does. */
    void nudge(int row, int step) {
        vectors.set(row, step % DIMENSIONS, vectors.get(row, step % DIMENSIONS) + 0.5f);
        turned(row);
    }

    /** Moves all centres by a share of their length, which stays. */
    void drift(float share, int step) {
        Random random = new Random(step);
        float kept = (float) Math.sqrt(1 - share * share);
        for (float[] centre : centres) {
            for (int i = 0; i < DIMENSIONS; i++) {
                centre[i] = kept * centre[i] + share * (float) random.nextGaussian();
            }
        }
    }

    /** Moves a row half way to where its centre is by now. */
    void follow(int row, int step) {
        Random random = new Random(step);
        float[] centre = centres[cluster(row)];
        for (int i = 0; i < DIMENSIONS; i++) {
            float aim = centre[i] + NOISE * (float) random.nextGaussian();
            vectors.set(row, i, (vectors.get(row, i) + aim) / 2);
        }
        turned(row);
    }

    /** Moves a row to another cluster. */
    void move(int row, int step) {
        put(row, Shard.draw(step, centres.length), new Random(step));
    }

    /** A row of the same cluster, drawn by number; the row itself when it is alone. */
    int mate(int row, int number) {
        if (!has(row)) {
            return row;
        }
        List<Integer> mates = members.get(cluster(row));
        int at = (int) Hash.below(Hash.of(1, row, number), mates.size());
        return mates.get(at) == row ? mates.get((at + 1) % mates.size()) : mates.get(at);
    }

    private int cluster(int row) {
        return (int) vectors.get(row, CLUSTER);
    }

    /** Takes over what a catalogue would keep. */
    void restore(Clusters saved) {
        end = saved.end;
        for (int cluster = 0; cluster < centres.length; cluster++) {
            members.set(cluster, new ArrayList<>(saved.members.get(cluster)));
        }
    }

    Vectors vectors() {
        return vectors;
    }

    @Override
    public float[] page(int row) {
        return vectors.page(row);
    }

    @Override
    public int offset(int row) {
        return vectors.offset(row);
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean has(int row) {
        return vectors.has(row) && vectors.get(row, MARK) == 1;
    }

    @Override
    public int end() {
        return end;
    }
}
