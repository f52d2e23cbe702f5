package akin.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which everything of a cluster lies. */
public record ClusterFolder(Path path) {
    public ClusterFolder {
        path = path.toAbsolutePath().normalize();
    }

    ClusterFolder make() throws IOException {
        for (Path folder : new Path[] {conf(), logs(), processes(), submissions(), checkpoints(), savepoints()}) {
            Files.createDirectories(folder);
        }
        return this;
    }

    Path conf() {
        return path.resolve("conf");
    }

    /** Logs of each process, and what it printed. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** A file for each process that is to run. */
    Path processes() {
        return path.resolve("pids");
    }

    /** What was submitted, so that an upgrade can go back to it. */
    Path submissions() {
        return path.resolve("submissions");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    public Path savepoints() {
        return path.resolve("savepoints");
    }

    /** What ZooKeeper and the JobManager remember of running jobs. */
    Path highAvailability() {
        return path.resolve("ha");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
