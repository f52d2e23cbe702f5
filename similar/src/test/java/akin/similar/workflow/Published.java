package akin.similar.workflow;

import akin.similar.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run has published. */
final class Published {
    private Published() {}

    /** Returns the checksums of all files, but not of manifests, by name. */
    static TreeMap<String, String> of(Path out) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out.resolve("publish"))) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().endsWith(".json")) {
                    files.put(out.relativize(file).toString(), Digest.of(file));
                }
            }
        }
        return files;
    }
}
