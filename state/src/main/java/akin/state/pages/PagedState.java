package akin.state.pages;

import akin.models.memory.Memory;
import akin.models.memory.Paged;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/**
 * Model memory in keyed state: one map from page number to bytes per table, under the shard's key. All calls are about
 * the backend's current key.
 */
public final class PagedState {
    private static final String PREFIX = "pages.";

    private final Map<String, MapState<Integer, byte[]>> tables = new TreeMap<>();

    /**
     * @param layout a memory with all tables declared
     */
    public PagedState(KeyedStateBackend<?> backend, Memory layout) throws Exception {
        for (Paged table : layout.tables()) {
            tables.put(
                    table.name(),
                    backend.getPartitionedState(
                            VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor(table.name())));
        }
    }

    /** The state of one table's pages. */
    public static MapStateDescriptor<Integer, byte[]> descriptor(String table) {
        return new MapStateDescriptor<>(PREFIX + table, Types.INT, PageTypeInfo.INSTANCE);
    }

    /** The name of a state that every key with pages has. */
    public String anyState() {
        return PREFIX + "clock";
    }

    /** Puts all saved pages of the current key into a fresh memory. */
    public void load(Memory memory) throws Exception {
        for (Map.Entry<String, MapState<Integer, byte[]>> table : tables.entrySet()) {
            for (Map.Entry<Integer, byte[]> page : table.getValue().entries()) {
                memory.load(table.getKey(), page.getKey(), page.getValue());
            }
        }
    }

    /** Writes the pages that changed since the last time; gives their number. */
    public int flush(Memory memory) {
        int dirty = memory.dirtyPages();
        memory.drainDirty((table, page, bytes) -> put(tables.get(table), page, bytes));
        return dirty;
    }

    private static void put(MapState<Integer, byte[]> pages, int page, byte[] bytes) {
        try {
            pages.put(page, bytes);
        } catch (Exception e) {
            throw new IllegalStateException("a page can't be written to state: " + e.getMessage(), e);
        }
    }
}
