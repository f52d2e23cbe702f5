package akin.similar.longtail;

import akin.models.als.Interactions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What each user took, the oldest first, up to some point; the sequences themselves are shared. */
final class Histories {
    private final UserSequences source;
    private final int[][] sequences;
    private final int[] lengths;
    private final int[] counts;

    /** @param lengths how much of each sequence is known */
    Histories(UserSequences source, int[] lengths) {
        this.source = source;
        this.lengths = lengths;
        sequences = new int[source.users()][];
        for (int user = 0; user < sequences.length; user++) {
            sequences[user] = source.history(user);
        }
        counts = new int[source.items()];
        for (int user = 0; user < sequences.length; user++) {
            for (int i = 0; i < lengths[user]; i++) {
                counts[sequences[user][i]]++;
            }
        }
    }

    /** Returns all that users took. */
    static Histories whole(UserSequences source) {
        return new Histories(
                source,
                IntStream.range(0, source.users())
                        .map(user -> source.history(user).length)
                        .toArray());
    }

    int users() {
        return sequences.length;
    }

    int items() {
        return counts.length;
    }

    /** Returns how often an item was taken. */
    int count(int item) {
        return counts[item];
    }

    int[] counts() {
        return counts;
    }

    int length(int user) {
        return lengths[user];
    }

    /** Returns the item that a user took at a place of the sequence. */
    int item(int user, int place) {
        return sequences[user][place];
    }

    /** Returns the newest items of a user, {@code most} at most, the oldest first. */
    int[] newest(int user, int most) {
        return Arrays.copyOfRange(sequences[user], Math.max(0, lengths[user] - most), lengths[user]);
    }

    /** Returns the users by the items that are among their newest. */
    int[][] usersByItem(int newest) {
        int[] sizes = new int[items()];
        int[][] users = new int[items()][];
        for (int pass = 0; pass < 2; pass++) {
            for (int user = 0; user < users(); user++) {
                for (int i = Math.max(0, lengths[user] - newest); i < lengths[user]; i++) {
                    int item = sequences[user][i];
                    if (pass == 1) {
                        users[item][sizes[item]] = user;
                    }
                    sizes[item]++;
                }
            }
            for (int item = 0; item < items() && pass == 0; item++) {
                users[item] = new int[sizes[item]];
                sizes[item] = 0;
            }
        }
        return users;
    }

    /** Returns all that is known, by its weights. */
    Interactions interactions() {
        return interactions(age -> 1);
    }

    /** Returns the same, where an item counts for less the more items are newer. */
    Interactions recent(double decay, double least) {
        return interactions(age -> Math.max(least, StrictMath.pow(decay, age)));
    }

    private Interactions interactions(IntToDoubleFunction byAge) {
        Interactions.Builder builder = new Interactions.Builder();
        for (int user = 0; user < users(); user++) {
            for (int i = 0; i < lengths[user]; i++) {
                double factor = byAge.applyAsDouble(lengths[user] - 1 - i);
                builder.add(user, sequences[user][i], (float) (factor * source.weights(user)[i]));
            }
        }
        return builder.build(users(), items());
    }
}
