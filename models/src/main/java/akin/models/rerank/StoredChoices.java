package akin.models.rerank;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.neighbours.Space;
import akin.models.random.Hash;
import akin.models.ranking.Query;

/**
 * The newest choices out of the first candidates of one generator: in {@code NAME.choices.scored} the rank of the chosen
 * candidate from 0 on, how many items the session has and how many candidates there are, then references to the items, the
 * newest first, and for each candidate, the best first, a reference and what its score comes to.
 */
final class StoredChoices {
    /** Newest items of a session that count. */
    static final int WINDOW = 8;

    private static final int TARGET = 0;
    private static final int SIZE = 1;
    private static final int CANDIDATES = 2;
    private static final int REFS = 3;
    private static final int CANDIDATE = 1 + ScoreList.INPUTS;

    private final Reservoir reservoir;
    private final Table choices;
    private final Items items;
    private final float[] known = new float[ScoreList.INPUTS];

    StoredChoices(Memory memory, String name, CreSettings settings, Items items) {
        this.items = items;
        reservoir = new Reservoir(
                memory,
                name + ".choices.scored",
                REFS + WINDOW + CANDIDATE * settings.generator().candidates(),
                settings.learning(),
                Hash.seed(settings.seed(), name + ".replays"),
                settings.learning().shapeOfReservoir(),
                settings.generator().shapeOfCandidates());
        choices = reservoir.rows();
    }

    Reservoir reservoir() {
        return reservoir;
    }

    /**
     * Stores a choice.
     *
     * @param rows of the candidates, the best first
     * @param known what their scores come to, {@value ScoreList#INPUTS} numbers each
     * @param target the rank of the chosen one from 0 on
     */
    void add(Query query, int[] rows, float[] known, int n, int target) {
        int place = reservoir.add();
        int size = Math.min(WINDOW, query.size());
        choices.setInt(place, TARGET, target);
        choices.setInt(place, SIZE, size);
        choices.setInt(place, CANDIDATES, n);
        for (int i = 0; i < size; i++) {
            choices.setInt(place, REFS + i, items.ref(query.item(i)));
        }
        for (int i = 0; i < n; i++) {
            int at = candidate(i);
            choices.setInt(place, at, items.ref(rows[i]));
            for (int input = 0; input < ScoreList.INPUTS; input++) {
                choices.setFloat(place, at + 1 + input, known[ScoreList.INPUTS * i + input]);
            }
        }
    }

    private static int candidate(int rank) {
        return REFS + WINDOW + CANDIDATE * rank;
    }

    /** Adds a choice to a batch, without items that are gone or have no vector; not when that leaves nothing to learn. */
    void read(long number, Space space, SessionChoices into) {
        int place = reservoir.row(number);
        for (int i = choices.getInt(place, SIZE) - 1; i >= 0; i--) {
            int row = items.resolve(choices.getInt(place, REFS + i));
            if (row != 0 && space.has(row)) {
                into.addItem(space.page(row), space.offset(row));
            }
        }
        int target = -1;
        for (int rank = 0; rank < choices.getInt(place, CANDIDATES); rank++) {
            int at = candidate(rank);
            int row = items.resolve(choices.getInt(place, at));
            if (row != 0 && space.has(row)) {
                for (int input = 0; input < known.length; input++) {
                    known[input] = choices.getFloat(place, at + 1 + input);
                }
                target = rank == choices.getInt(place, TARGET) ? into.openCandidates() : target;
                into.addCandidate(rank, known, 0, space.page(row), space.offset(row));
            }
        }
        if (target < 0 || into.openItems() == 0 || into.openCandidates() < 2) {
            into.drop();
        } else {
            into.end(target);
        }
    }
}
