package akin.similar.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a step. Beside each file lies its entry, written last: so whoever was killed finds afterwards what is
 * whole.
 */
public final class PartFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PART = Pattern.compile("\\.?part-(\\d+)\\..*");

    private final Path folder;

    public PartFolder(Path folder) {
        this.folder = folder;
    }

    public Path file(int part, String ending) {
        return folder.resolve("part-%05d.%s".formatted(part, ending));
    }

    private Path entry(int part) {
        return folder.resolve("part-%05d.json".formatted(part));
    }

    /** Returns the entry of a file that is there and made from the same; null otherwise. */
    public Part valid(int part, String from) throws IOException {
        Path entry = entry(part);
        if (!Files.isRegularFile(entry)) {
            return null;
        }
        Part found;
        try {
            found = JSON.readValue(entry.toFile(), Part.class);
        } catch (JsonProcessingException e) {
            return null;
        }
        Path file = folder.resolve(found.file());
        boolean isValid = found.from().equals(from)
                && Files.isRegularFile(file)
                && Files.size(file) == found.bytes()
                && Digest.of(file).equals(found.sha256());
        return isValid ? found : null;
    }

    /** Makes a file and its entry, unless they are valid. */
    public Part make(PartTask task, int part, String from) throws IOException {
        Part valid = valid(part, from);
        if (valid != null) {
            return valid;
        }
        long start = System.nanoTime();
        Files.deleteIfExists(entry(part));
        Counts counts = new Counts();
        Path file = file(part, task.ending());
        Atomic.make(file, beside -> run(task, part, beside, counts));
        Part made = new Part(
                part,
                file.getFileName().toString(),
                Files.size(file),
                Digest.of(file),
                from,
                (System.nanoTime() - start) / 1_000_000,
                counts.all());
        Atomic.write(entry(part), out -> out.write(JSON.writeValueAsBytes(made)));
        return made;
    }

    /** Deletes the files of parts that a manifest doesn't list, such as those of a run with more partitions. */
    public void clean(Manifest manifest) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher part = PART.matcher(file.getFileName().toString());
                if (part.matches()
                        && Integer.parseInt(part.group(1)) >= manifest.parts().size()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void run(PartTask task, int part, Path file, Counts counts) throws IOException {
        try {
            task.make(part, file, counts);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
