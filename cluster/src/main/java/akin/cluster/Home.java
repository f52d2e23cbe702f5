package akin.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where Akin and the jars of Flink and Kafka are. */
public record Home(Path folder, Map<String, String> environment) {
    private static final String PROPERTY = "akin.home";

    /** As the launcher {@code ./akin} says. */
    public static Home ofLauncher() {
        String home = System.getProperty(PROPERTY);
        if (home == null) {
            throw new IllegalStateException("start Akin with ./akin, or give its folder with -D" + PROPERTY + "=DIR");
        }
        return new Home(Path.of(home), System.getenv());
    }

    /** The fat jar. */
    public Path jar() {
        return present(folder.resolve("jobs/target/akin.jar"), "mvn -DskipTests package builds it");
    }

    /** Class path of Flink's processes: a distribution's jars when FLINK_HOME names one, else those of the registry. */
    String flink() {
        String distribution = environment.get("FLINK_HOME");
        Path library = distribution == null
                ? folder.resolve("distribution/flink/target/lib")
                : Path.of(distribution).resolve("lib");
        return present(library, "mvn -pl distribution/flink package copies it; or set FLINK_HOME") + "/*";
    }

    /** Class path of a Kafka broker. */
    String broker() {
        return present(folder.resolve("distribution/kafka/target/lib"), "mvn -pl distribution/kafka package copies it")
                + "/*";
    }

    /** A file of {@code conf/}. */
    Path conf(String name) {
        return present(folder.resolve("conf").resolve(name), "it belongs to Akin's sources");
    }

    private static Path present(Path path, String remedy) {
        if (!Files.exists(path)) {
            throw new IllegalStateException("there is no " + path + ": " + remedy);
        }
        return path;
    }
}
