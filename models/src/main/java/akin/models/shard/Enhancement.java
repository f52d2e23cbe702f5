package akin.models.shard;

import akin.models.event.EventType;
import java.util.List;

/**
 * News of an earlier visit of a session: the shopper has now put its item into the cart, or bought it. It goes to the
 * shard that learned the visit, which adds the weight that the visit then lacked.
 *
 * @param sequence unique among the shopper's enhancements
 * @param itemId the item of the earlier visit
 * @param type what it led to
 * @param before what it was known to have led to
 * @param window the session's items before the earlier visit, newest last
 */
public record Enhancement(
        int shard,
        long timestamp,
        String userId,
        long sequence,
        String itemId,
        EventType type,
        EventType before,
        List<String> window)
        implements ShardInput {
    @Override
    public int rank() {
        return 3;
    }

    @Override
    public String owner() {
        return userId;
    }
}
