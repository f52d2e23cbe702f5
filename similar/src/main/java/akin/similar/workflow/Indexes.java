package akin.similar.workflow;

import akin.similar.index.PartitionIndex;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Indexes in memory, shared by the tasks of a process, as long as there is room. */
final class Indexes {
    private static final Map<String, SoftReference<PartitionIndex>> READ = new HashMap<>();

    private Indexes() {}

    /**
     * Returns the index of a file.
     *
     * @param checksum of what the file holds, so that one that was written anew is read anew
     */
    static PartitionIndex read(Path file, String checksum) throws IOException {
        synchronized (READ) {
            String key = file + " " + checksum;
            SoftReference<PartitionIndex> found = READ.get(key);
            PartitionIndex index = found == null ? null : found.get();
            if (index == null) {
                READ.values().removeIf(reference -> reference.get() == null);
                index = PartitionIndex.read(file);
                READ.put(key, new SoftReference<>(index));
            }
            return index;
        }
    }
}
