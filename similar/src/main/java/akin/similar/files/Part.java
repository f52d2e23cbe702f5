package akin.similar.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry of a manifest: one file of a step.
 *
 * @param number of the partition
 * @param file its name in the step's folder
 * @param from a digest of all that the file is made from; the file is valid while that is the same
 * @param counts what was counted while it was made, such as rows, by name
 */
public record Part(
        @JsonProperty("part") int number,
        @JsonProperty("file") String file,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("from") String from,
        @JsonProperty("millis") long millis,
        @JsonProperty("counts") Map<String, Long> counts) {
    public Part {
        counts = new TreeMap<>(counts);
    }

    /** Returns a count; 0 where there was none. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
