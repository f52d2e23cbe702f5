package akin.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which everything of a cluster lies. */
public record ClusterFolder(Path path) {
    public ClusterFolder {
        path = path.toAbsolutePath().normalize();
    }

    ClusterFolder make() throws IOException {
        Files.createDirectories(processes());
        for (Path folder : new Path[] {
            conf(), logs(), submissions(), secrets(), checkpoints(), savepoints(), highAvailability(), kafka()
        }) {
            Files.createDirectories(folder);
            keep(folder);
        }
        return this;
    }

    /** Nobody else reads configurations, models, and what is remembered of users. */
    private static void keep(Path folder) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
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

    /** What submissions refer to. */
    Path secrets() {
        return path.resolve("secrets");
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
