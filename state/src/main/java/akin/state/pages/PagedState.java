package akin.state.pages;

import akin.models.memory.Memory;
import akin.models.memory.Page;
import akin.models.memory.Paged;
import akin.models.memory.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Model memory in keyed state: one map from page number to bytes per table, under the shard's key; besides, which tables
 * there are and the settings that shaped them. All calls are about the current key.
 */
public final class PagedState {
    /** Names of the tables that have pages, with the numbers of a row. */
    public static final MapStateDescriptor<String, Integer> TABLES =
            new MapStateDescriptor<>("tables", Types.STRING, Types.INT);
    /** The settings under which the pages were written. */
    public static final MapStateDescriptor<String, String> SETTINGS =
            new MapStateDescriptor<>("settings", Types.STRING, Types.STRING);

    private static final String PREFIX = "pages.";

    private final RuntimeContext context;
    private final List<Setting> shard;
    private final Map<String, MapState<Integer, Page>> pages = new TreeMap<>();
    private final Map<String, MapState<Integer, Page>> formerPages = new TreeMap<>();
    private final MapState<String, Integer> tables;
    private final MapState<String, String> settings;

    /**
     * @param layout a memory with all tables declared
     * @param shard the settings that say what belongs to a shard
     */
    public PagedState(RuntimeContext context, Memory layout, List<Setting> shard) {
        this.context = context;
        this.shard = shard;
        tables = context.getMapState(TABLES);
        settings = context.getMapState(SETTINGS);
        for (Paged table : layout.tables()) {
            pages.put(table.name(), context.getMapState(descriptor(table.name())));
        }
        for (Paged table : layout.formerTables()) {
            formerPages.put(table.name(), context.getMapState(descriptor(table.name())));
        }
    }

    /** The state of one table's pages. */
    public static MapStateDescriptor<Integer, Page> descriptor(String table) {
        return new MapStateDescriptor<>(PREFIX + table, Types.INT, PageTypeInfo.INSTANCE);
    }

    /** Returns the table whose pages lie in a state of this name, if it is one of pages. */
    public static Optional<String> tableOf(String state) {
        return state.startsWith(PREFIX) ? Optional.of(state.substring(PREFIX.length())) : Optional.empty();
    }

    /** The name of a state that every key with pages has. */
    public String anyState() {
        return PREFIX + "clock";
    }

    /**
     * Puts all saved pages of the current key into a fresh memory, and drops those of tables that it doesn't write: of
     * components that are off by now, and of former versions.
     *
     * @throws IllegalStateException when pages are damaged, newer, or were written under other settings
     */
    public void load(Memory memory) throws Exception {
        read(memory);
        drop();
        describe(memory);
    }

    /** Puts all saved pages of the current key into a fresh memory, and changes nothing in state. */
    public void read(Memory memory) throws Exception {
        Shape.check(shape(memory, shard), settings.entries());
        for (Map.Entry<String, MapState<Integer, Page>> table : pages.entrySet()) {
            read(table.getKey(), table.getValue(), memory);
        }
        for (Map.Entry<String, MapState<Integer, Page>> table : formerPages.entrySet()) {
            read(table.getKey(), table.getValue(), memory);
        }
    }

    private static void read(String table, MapState<Integer, Page> pages, Memory memory) throws Exception {
        for (Map.Entry<Integer, Page> page : pages.entries()) {
            memory.load(table, page.getKey(), page.getValue());
        }
    }

    private void drop() throws Exception {
        List<String> saved = new ArrayList<>(formerPages.keySet());
        tables.keys().forEach(saved::add);
        for (String table : saved) {
            if (!pages.containsKey(table)) {
                context.getMapState(descriptor(table)).clear();
                tables.remove(table);
            }
        }
    }

    /**
     * Returns the settings under which a memory's pages have their meaning, as they are kept beside the pages.
     *
     * @param shard the settings that say what belongs to a shard
     */
    public static Map<String, String> shape(Memory memory, List<Setting> shard) {
        Map<String, String> shape = new TreeMap<>(memory.settings());
        shard.forEach(setting -> shape.put(setting.key(), setting.value()));
        return shape;
    }

    /** Writes the pages that changed since the last time; gives their number. */
    public int flush(Memory memory) throws Exception {
        int dirty = memory.dirtyPages();
        if (settings.isEmpty()) {
            describe(memory);
        }
        memory.drainDirty((table, number, page) -> put(pages.get(table), number, page));
        return dirty;
    }

    /** Writes so many changed pages at most ahead of the next {@link #flush}; gives their number. */
    public int flush(Memory memory, int most) {
        return memory.drainDirty(most, (table, number, page) -> put(pages.get(table), number, page));
    }

    private void describe(Memory memory) throws Exception {
        for (Paged table : memory.tables()) {
            tables.put(table.name(), table.width());
        }
        settings.clear();
        settings.putAll(shape(memory, shard));
    }

    private static void put(MapState<Integer, Page> pages, int number, Page page) {
        try {
            pages.put(number, page);
        } catch (Exception e) {
            throw new IllegalStateException("a page can't be written to state: " + e.getMessage(), e);
        }
    }
}
