package akin.operators;

import akin.models.recommender.Recommender;
import akin.models.shard.ShardInput;
import java.util.ArrayList;
import java.util.List;

/** A shard's recommender and what waits for the watermark to be learned in order. */
final class Shard {
    private final int number;
    private final int key;
    private final Recommender recommender;
    private List<ShardInput> pending = new ArrayList<>();

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

    List<ShardInput> pending() {
        return pending;
    }

    void await(ShardInput input) {
        pending.add(input);
    }

    /** Takes out what is due, in the order in which it is to be learned. */
    List<ShardInput> due(long watermark) {
        List<ShardInput> due = new ArrayList<>(pending.size());
        List<ShardInput> later = new ArrayList<>();
        for (ShardInput input : pending) {
            (input.timestamp() <= watermark ? due : later).add(input);
        }
        pending = later;
        due.sort(ShardInput.ORDER);
        return due;
    }
}
