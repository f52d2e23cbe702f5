package akin.similar.longtail;

import akin.models.random.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last item of each user is the test, and the last but one the validation. What comes before the item that is ranked
 * is train: so when the test is ranked, the validation is train. An item is rare when it has at most {@value #RARE}
 * interactions in train.
 */
final class LeaveOneOut {
    static final int RARE = 5;
    private static final int LEAST = 3;

    private final UserSequences sequences;
    private final int[][] histories;
    private int tooShort;
    private int takenBefore;

    LeaveOneOut(UserSequences sequences) {
        this.sequences = sequences;
        histories = new int[sequences.users()][];
        for (int user = 0; user < histories.length; user++) {
            histories[user] = sequences.history(user);
            tooShort += histories[user].length < LEAST ? 1 : 0;
        }
    }

    /** Returns what is known when the last {@code hidden} items of each user are not. */
    Histories known(int hidden) {
        int[] lengths = new int[histories.length];
        for (int user = 0; user < lengths.length; user++) {
            int length = histories[user].length;
            lengths[user] = length < LEAST ? length : length - hidden;
        }
        return new Histories(sequences, lengths);
    }

    /** Returns how many users took too little to be tested; all of it is train. */
    int tooShort() {
        return tooShort;
    }

    /** Returns how many test items their users had taken before, so that they are not ranked. */
    int takenBefore() {
        return takenBefore;
    }

    /**
     * Returns the tasks whose targets are the last but {@code hidden - 1} item of each user.
     *
     * @param most positions of a task: a sample by hash where there are more
     */
    List<Task> tasks(int hidden, int most) {
        List<Task.Position> all = new ArrayList<>();
        List<Task.Position> rareAnchors = new ArrayList<>();
        List<Task.Position> rareTargets = new ArrayList<>();
        takenBefore = 0;
        boolean[] rare = rare(known(hidden));
        for (int user = 0; user < histories.length; user++) {
            int[] history = histories[user];
            int known = history.length - hidden;
            if (history.length < LEAST) {
                continue;
            }
            int target = history[known];
            int[] taken = Arrays.copyOf(history, known);
            if (Arrays.stream(taken).anyMatch(item -> item == target)) {
                takenBefore++;
                continue;
            }
            Task.Position position = new Task.Position(new Query(user, taken), target, taken);
            all.add(position);
            if (rare[target]) {
                rareTargets.add(position);
            }
            int anchor = history[known - 1];
            if (rare[anchor]) {
                int[] alone = {anchor};
                rareAnchors.add(new Task.Position(new Query(-1, alone), target, alone));
            }
        }
        return List.of(
                new Task("all", sample(all, most), null),
                new Task("rare_anchor", sample(rareAnchors, most), null),
                new Task("rare_target", sample(rareTargets, most), rare));
    }

    private static boolean[] rare(Histories train) {
        boolean[] rare = new boolean[train.items()];
        for (int item = 0; item < rare.length; item++) {
            rare[item] = train.count(item) <= RARE;
        }
        return rare;
    }

    private static List<Task.Position> sample(List<Task.Position> positions, int most) {
        List<Task.Position> sample = new ArrayList<>();
        long seed = Hash.seed(0, "sample");
        for (int i = 0; i < positions.size(); i++) {
            if (Hash.below(Hash.of(seed, 0, i), positions.size()) < most) {
                sample.add(positions.get(i));
            }
        }
        return sample;
    }
}
