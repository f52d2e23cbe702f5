package akin.operators;

import akin.models.recommender.Recommender;
import akin.models.shard.ShardInput;
import java.util.List;
import java.util.PriorityQueue;

/** A shard's recommender and what waits for the watermark to be learned in order. */
final class Shard {
    private final int number;
    private final int key;
    private final Recommender recommender;
    private final PriorityQueue<ShardInput> pending = new PriorityQueue<>(ShardInput.ORDER);

    Shard(int number, int key, Recommender recommender) {
        this.number = number;
        this.key = key;
        this.recommender = recommender;
    }

    int number() {
        return number;
    }

    int key() {
        return key;
    }

    Recommender recommender() {
        return recommender;
    }

    /** What waits for the watermark, in no particular order. */
    List<ShardInput> pending() {
        return List.copyOf(pending);
    }

    int waiting() {
        return pending.size();
    }

    void await(ShardInput input) {
        pending.add(input);
    }

    /** Takes out the next input that is due, in the order in which it is to be learned; null when none is. */
    ShardInput nextDue(long watermark) {
        ShardInput next = pending.peek();
        return next != null && next.timestamp() <= watermark ? pending.poll() : null;
    }
}
