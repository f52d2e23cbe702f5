package akin.similar.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a run keeps what its steps make: a folder per step, in it one per feature or application. */
public final class Folders {
    /** The steps, in their order. */
    public static final List<String> STEPS = List.of(
            "catalogue", "embed", "compound", "mine", "train", "siamese", "index", "query", "filter", "publish");

    private final Path out;

    public Folders(Path out) {
        this.out = out.toAbsolutePath();
    }

    Path of(String... names) {
        Path folder = out;
        for (String name : names) {
            folder = folder.resolve(name);
        }
        return folder;
    }

    /** Forgets what a step and those after it have made, so that all of it is made again. */
    public void forget(String step) throws IOException {
        for (String later : STEPS.subList(STEPS.indexOf(step), STEPS.size())) {
            forget(of(later));
        }
    }

    /** Forgets what a step has made of an application. */
    void forget(String step, String application) throws IOException {
        forget(of(step, application));
    }

    private static void forget(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            Files.delete(entry);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the folders that have a manifest or parts, in the order of the steps. */
    public List<Path> made() throws IOException {
        return STEPS.stream().flatMap(step -> made(of(step)).stream()).toList();
    }

    private static List<Path> made(Path folder) {
        try {
            return entries(folder).stream().map(Path::getParent).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a folder of parts is called: its step, and the feature or application. */
    public String name(Path folder) {
        return out.relativize(folder).toString().replace('/', ' ');
    }
}
