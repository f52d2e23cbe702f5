package akin.similar.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes {@code metrics.json} into a folder, beside and moved into place. */
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
        Files.createDirectories(folder);
        Path next = folder.resolve("metrics.json.next");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(next.toFile(), metrics);
        Files.move(
                next,
                folder.resolve("metrics.json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
