package akin.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of a cluster by name, in files. With its id each file has when the process was started: an id alone may
 * meanwhile belong to a stranger.
 */
final class Processes {
    static final String SUPERVISOR = "supervisor";

    private static final String SUFFIX = ".pid";

    private final Path folder;

    Processes(ClusterFolder folder) {
        this.folder = folder.processes();
    }

    void add(String name, ProcessHandle process) throws IOException {
        Files.writeString(folder.resolve(name + SUFFIX), process.pid() + " " + startedAt(process) + "\n");
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + SUFFIX));
    }

    /** Names of all that should run, the supervisor first. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted(Comparator.<String, Boolean>comparing(name -> !name.equals(SUPERVISOR))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The process, when it is alive. */
    Optional<ProcessHandle> alive(String name) throws IOException {
        Path file = folder.resolve(name + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).strip().split(" ");
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> process.isAlive() && startedAt(process) == Long.parseLong(parts[1]));
    }

    /** All that are alive. */
    TreeMap<String, ProcessHandle> alive() throws IOException {
        TreeMap<String, ProcessHandle> alive = new TreeMap<>();
        for (String name : names()) {
            alive(name).ifPresent(process -> alive.put(name, process));
        }
        return alive;
    }

    /** Asks a process to end, and makes it end when it takes too long. */
    static void end(ProcessHandle process, long seconds) {
        process.destroy();
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }
}
