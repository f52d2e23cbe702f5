package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Random;

/** A space of seeded random vectors around centres; a column behind the vector says whether the row has one. */
final class Clusters implements Space {
    static final int DIMENSIONS = 64;

    private static final int MARK = DIMENSIONS + 1;
    private static final float NOISE = 0.7f;

    private final float[][] centres;
    private final Vectors vectors;
    private int end = 1;

    Clusters(Memory memory, int clusters) {
        vectors = memory.vectors("space", DIMENSIONS + 3);
        centres = new float[clusters][DIMENSIONS];
        Random random = new Random(1);
        for (float[] centre : centres) {
            for (int i = 0; i < DIMENSIONS; i++) {
                centre[i] = (float) random.nextGaussian();
            }
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
        vectors.ensure(row);
        end = Math.max(end, row + 1);
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        float[] centre = centres[random.nextInt(centres.length)];
        for (int i = 0; i < DIMENSIONS; i++) {
            vectors.set(row, i, centre[i] + NOISE * (float) random.nextGaussian());
        }
        vectors.set(row, DIMENSIONS, 1000 * (float) random.nextGaussian());
        vectors.set(row, MARK, 1);
    }

    void remove(int row) {
        vectors.clear(row);
    }

    /** Moves a row a little, as learning does. */
    void nudge(int row, int step) {
        vectors.set(row, step % DIMENSIONS, vectors.get(row, step % DIMENSIONS) + 0.5f);
    }

    /** Takes over what a catalogue would keep. */
    void restore(Clusters saved) {
        end = saved.end;
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
