package akin.models.covisit;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.memory.Table;

/**
 * Who visited what together, counted as it happens: {@code |Ui|}, the distinct users (or sessions) that visited an item,
 * and {@code |Ui ∩ Uj|}. Equal to a batch recount while nothing was expired or pruned; see {@link Neighbours} for the
 * bound when a row was pruned, and {@link Fading} for counts that fade.
 */
public final class Covisits {
    private static final float STEP = 0x1p-64f;

    private final Items items;
    private final Table totals;
    private final Neighbours neighbours;
    private final Fading fading;

    /** Takes a neighbour's reference, which may be stale, and its count. */
    @FunctionalInterface
    public interface NeighbourVisitor {
        void visit(int ref, float count);
    }

    public Covisits(Memory memory, CovisitSettings settings, Items items) {
        this.items = items;
        totals = memory.table("covisit.totals", 2);
        neighbours = new Neighbours(memory, "covisit", settings.neighbours(), ref -> items.resolve(ref) != 0);
        fading = new Fading(memory, settings.halfLife());
    }

    /**
     * Counts the first visit of a unit to an item.
     *
     * @param companions rows of the unit's other items, distinct; {@code n} of them count
     */
    public void learn(int row, int[] companions, int n, long timestamp) {
        for (int steps = fading.advance(timestamp); steps > 0; steps--) {
            scaleDown();
        }
        double weight = fading.weight(timestamp);
        totals.ensure(row);
        totals.setDouble(row, 0, totals.getDouble(row, 0) + weight);
        int ref = items.ref(row);
        for (int i = 0; i < n; i++) {
            neighbours.add(row, items.ref(companions[i]), (float) weight);
            neighbours.add(companions[i], ref, (float) weight);
        }
    }

    /** Takes over what was counted under another ceiling on neighbours. */
    public void adopt(Covisits other) {
        neighbours.adopt(other.neighbours);
    }

    private void scaleDown() {
        neighbours.scale(STEP, items.end());
        for (int row = 1; row < items.end() && totals.has(row); row++) {
            totals.setDouble(row, 0, Fading.scaled(totals.getDouble(row, 0), STEP));
        }
    }

    /** Forgets an item; its neighbours drop it when they next need room. */
    public void remove(int row) {
        neighbours.clear(row);
        if (totals.has(row)) {
            totals.clear(row);
        }
    }

    /** {@code |Ui|}, by weight when visits fade. */
    public double total(int row) {
        return totals.has(row) ? totals.getDouble(row, 0) : 0;
    }

    /** {@code |Ui ∩ Uj|}, at most either item's total. */
    public double count(int row, int other) {
        return bounded(neighbours.count(row, items.ref(other)), row, other);
    }

    /** Writes {@link #count} of an item with each of some others, given by their references. */
    public void counts(int row, int[] refs, int n, float[] into) {
        neighbours.counts(row, refs, n, into);
        for (int i = 0; neighbours.error(row) != 0 && i < n; i++) {
            into[i] = into[i] == 0 ? 0 : (float) bounded(into[i], row, items.resolve(refs[i]));
        }
    }

    /** What a count can be at most, whatever error pruning left in it. */
    public double bounded(float count, int row, int other) {
        return neighbours.error(row) == 0 ? count : Math.min(count, Math.min(total(row), total(other)));
    }

    /** By how much the counts in this row may be above the truth: 0 unless it was pruned. */
    public float error(int row) {
        return neighbours.error(row);
    }

    /** All neighbours of an item with their counts. */
    public void forEachNeighbour(int row, NeighbourVisitor visitor) {
        neighbours.forEach(row, visitor);
    }
}
