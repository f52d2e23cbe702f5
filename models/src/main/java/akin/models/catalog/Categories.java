package akin.models.catalog;

import akin.models.memory.Memory;
import akin.models.memory.Strings;
import akin.models.memory.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The category tree of a shard, grown from the items' paths. Node 1 is the root; 0 means "unknown". The tree has a ceiling:
 * beyond it a new path ends at its nearest category that is known.
 */
public final class Categories {
    public static final int ROOT = 1;

    /** Most nodes of the tree. */
    static final int MOST_NODES = 1 << 16;

    private static final int WIDTH = 4;
    private static final int PARENT = 0;
    private static final int NAME = 1;
    private static final int DEPTH = 2;
    private static final int UNUSED = 0;

    private final Table nodes;
    private final Strings names;
    private final Map<List<String>, Integer> nodeOf = new HashMap<>();

    public Categories(Memory memory) {
        nodes = memory.table("categories", WIDTH);
        names = new Strings(memory, "categories.names");
        nodes.ensure(ROOT);
        nodes.setInt(0, UNUSED, ROOT + 1);
        nodeOf.put(List.of(), ROOT);
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    public void loaded() {
        for (int node = ROOT + 1; node < nodes.getInt(0, UNUSED); node++) {
            nodeOf.put(path(node), node);
        }
    }

    /** Returns the share of the nodes that are free. */
    public double free() {
        return 1 - (double) nodes.getInt(0, UNUSED) / MOST_NODES;
    }

    /** Returns the node of a path, made with its ancestors when it is new and there is room. */
    public int node(List<String> path) {
        Integer known = nodeOf.get(path);
        if (known != null) {
            return known;
        }
        int parent = node(path.subList(0, path.size() - 1));
        int node = nodes.getInt(0, UNUSED);
        if (node == MOST_NODES) {
            return parent;
        }
        nodes.setInt(0, UNUSED, node + 1);
        nodes.ensure(node);
        nodes.setInt(node, PARENT, parent);
        nodes.setInt(node, NAME, names.put(path.get(path.size() - 1)));
        nodes.setInt(node, DEPTH, path.size());
        nodeOf.put(List.copyOf(path), node);
        return node;
    }

    /** The path of a node from the root. */
    public List<String> path(int node) {
        List<String> path = new ArrayList<>();
        for (int at = node; at > ROOT; at = parent(at)) {
            path.add(names.get(nodes.getInt(at, NAME)));
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /** The node above, 0 above the root. */
    public int parent(int node) {
        return nodes.getInt(node, PARENT);
    }

    /** The node {@code levels} above, at most the root. */
    public int ancestor(int node, int levels) {
        int at = node;
        for (int level = 0; level < levels && at > ROOT; level++) {
            at = parent(at);
        }
        return at;
    }

    /** True when {@code node} is {@code ancestor} or lies below it. */
    public boolean isWithin(int node, int ancestor) {
        int at = node;
        int depth = nodes.getInt(ancestor, DEPTH);
        while (at > ROOT && nodes.getInt(at, DEPTH) > depth) {
            at = parent(at);
        }
        return at == ancestor;
    }
}
