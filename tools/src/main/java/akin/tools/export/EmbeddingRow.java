package akin.tools.export;

import java.util.List;

/**
 * An item's vector in one space of one shard.
 *
 * @param home whether the shard is the item's own, and not just one that learned of it
 */
public record EmbeddingRow(int shard, String itemId, boolean home, List<Float> vector) {}
