package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.random.Hash;

/**
 * The items nearest to an item in a space of learned vectors, by cosine. Among a few all are looked at. Among more, each
 * row has a list of rows near it. A search goes from the row's own list to the lists of the nearest, on today's vectors:
 * so it never starts far away, and a graph that is searched from anywhere isn't needed. Lists are kept near by the same
 * search, after the row was learned, and by what is learned together (Dong et al., NN-Descent, WWW 2011: the neighbours
 * of neighbours are likely to be neighbours).
 *
 * <p>Answers depend only on the vectors and lists at that moment, and change neither.
 */
public final class NearestItems implements Nearest {
    /** Rows that a search starts from where none is listed. */
    private static final int DRAWS = 16;

    private final NeighbourSettings settings;
    private final Space space;
    private final Lists lists;
    private final Search search;

    public NearestItems(Memory memory, NeighbourSettings settings, Space space) {
        this.settings = settings;
        this.space = space;
        lists = new Lists(memory, settings, space);
        search = new Search(space, lists, settings.steps());
    }

    /**
     * Takes in that two rows were learned together: the first one's vector has moved.
     *
     * @param with may be near by now
     */
    public void learned(int row, int with) {
        if (!space.has(row) || !space.has(with)) {
            return;
        }
        int times = lists.learned(row);
        boolean isDue = (times & times - 1) == 0 || times % settings.refresh() == 0 || lists.isStale(row);
        if (search.begin(row, isDue ? lists.most() : 1)) {
            search.see(with);
            if (isDue) {
                look(row);
            }
            list(row, isDue);
        }
    }

    /** Offers a row to the lists of what was found, unless its own list had it; that is made anew when it is due. */
    private void list(int row, boolean isDue) {
        Beam found = search.found();
        for (int i = 0; i < found.size(); i++) {
            if (!lists.has(row, found.row(i))) {
                lists.offer(found.row(i), row, found.cosine(i));
            }
        }
        if (isDue) {
            lists.put(row, found);
        }
    }

    private void look(int row) {
        if (space.end() <= settings.exactItems()) {
            for (int other = 0; other < space.end(); other++) {
                search.see(other);
            }
            return;
        }
        if (lists.size(row) == 0) {
            for (int draw = 0; draw < DRAWS; draw++) {
                search.see((int) Hash.below(Hash.of(0, row, draw), space.end()));
            }
        }
        search.seeListed(row);
        search.follow();
    }

    /** {@inheritDoc} The lower row comes first among equals. */
    @Override
    public int nearest(int row, int k, int[] rows, float[] cosines) {
        if (k == 0 || !search.begin(row, k)) {
            return 0;
        }
        look(row);
        Beam found = search.found();
        for (int i = 0; i < found.size(); i++) {
            rows[i] = found.row(i);
            cosines[i] = found.cosine(i);
        }
        return found.size();
    }

    /** Forgets an item that is gone. That it isn't named any more is up to {@link Space#has}. */
    public void forget(int row) {
        lists.forget(row);
    }

    /** Returns the share of what is nearest that is found, as {@link Recall} samples it. */
    public double recall() {
        return new Recall(space, this).measure();
    }
}
