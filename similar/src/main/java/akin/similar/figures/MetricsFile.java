package akin.similar.figures;

import akin.similar.files.Atomic;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes {@code metrics.json} into a folder. */
public final class MetricsFile {
    private final Path folder;

    public MetricsFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes it.
     *
     * @param metrics what Jackson can write, by name
     */
    public void write(Map<String, Object> metrics) throws IOException {
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(metrics);
        Atomic.write(folder.resolve("metrics.json"), out -> out.write(json));
    }
}
