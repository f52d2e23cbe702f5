package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.random.Hash;

/**
 * The items nearest to an item in a space of learned vectors, by cosine. Among a few all are looked at. Among more, each
 * row has a list of rows near it, which is put into today's order when it is asked for. A list is made anew when its
 * row's vector has turned since, and now and then while the row is young, by a search from the list itself on to the lists of the nearest (Dong et al.,
 * NN-Descent, WWW 2011: the neighbours of neighbours are likely to be neighbours); and whatever is found is offered the
 * row in turn. So the less vectors move, the less is searched, and nothing is ever built.
 *
 * <p>Answers depend only on the vectors and lists at that moment, and change neither.
 */
public final class NearestItems implements Nearest {
    /** Rows that a search starts from where none is listed. */
    private static final int DRAWS = 16;

    private final NeighbourSettings settings;
    private final Space space;
    private final Directions directions;
    private final Lists lists;
    private final Search search;

    /**
     * @param directions of the vectors in the space
     * @param shapeOfVectors says how many dimensions they have
     */
    public NearestItems(
            Memory memory, NeighbourSettings settings, Space space, Directions directions, Setting shapeOfVectors) {
        this.settings = settings;
        this.space = space;
        this.directions = directions;
        lists = new Lists(memory, settings, directions, shapeOfVectors);
        search = new Search(directions, lists, settings.steps());
    }

    /**
     * Takes in that two rows were learned together: the first one's vector has moved.
     *
     * @param with may be near by now
     */
    public void learned(int row, int with) {
        if (!directions.has(row) || !directions.has(with)) {
            return;
        }
        if (lists.learned(row)) {
            search.begin(row, lists.most());
            search.see(with);
            look(row);
            list(row);
        } else if (row != with && !lists.has(row, with)) {
            lists.offer(row, with, directions.cosine(row, with));
        }
    }

    /** Makes a row's list of what was found, and offers the row to the lists of those that its own list lacked. */
    private void list(int row) {
        Beam found = search.found();
        for (int i = 0; i < found.size(); i++) {
            if (!lists.has(row, found.row(i))) {
                lists.offer(found.row(i), row, found.cosine(i));
            }
        }
        lists.put(row, found);
    }

    private void look(int row) {
        if (directions.end() <= settings.exactItems()) {
            for (int other = 0; other < directions.end(); other++) {
                search.see(other);
            }
            return;
        }
        if (lists.size(row) == 0) {
            for (int draw = 0; draw < DRAWS; draw++) {
                search.see((int) Hash.below(Hash.of(0, row, draw), directions.end()));
            }
        }
        search.seeListed(row);
        search.follow();
    }

    /** {@inheritDoc} The lower row comes first among equals. */
    @Override
    public int nearest(int row, int k, int[] rows, float[] cosines) {
        if (k == 0 || !directions.has(row)) {
            return 0;
        }
        search.begin(row, k);
        if (lists.size(row) == 0 || directions.end() <= settings.exactItems()) {
            look(row);
        } else {
            search.seeListed(row);
        }
        Beam found = search.found();
        for (int i = 0; i < found.size(); i++) {
            rows[i] = found.row(i);
            cosines[i] = found.cosine(i);
        }
        return found.size();
    }

    /** Forgets an item that is gone, whose direction is gone by then. */
    public void forget(int row) {
        lists.forget(row);
    }

    /** Returns how many rows were looked at for the last answer or list. */
    int looks() {
        return search.looks();
    }

    /** Returns the share of what is nearest that is found, as {@link Recall} samples it. */
    public double recall() {
        return new Recall(space, this).measure();
    }
}
