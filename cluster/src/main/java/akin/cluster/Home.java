package akin.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where Akin and the jars of Flink and Kafka are: in an unpacked release or in the sources. */
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
        return present(either("lib/akin.jar", "jobs/target/akin.jar"), "mvn -DskipTests package builds it");
    }

    /** Class path of Flink's processes: a distribution's jars when FLINK_HOME names one, else those of the registry. */
    String flink() {
        String distribution = environment.get("FLINK_HOME");
        Path library = distribution == null
                ? either("lib/flink", "distribution/flink/target/lib")
                : Path.of(distribution).resolve("lib");
        return present(library, "mvn -pl distribution/flink package copies it; or set FLINK_HOME") + "/*";
    }

    /** Class path of a Kafka broker. */
    String broker() {
        Path library = either("lib/kafka", "distribution/kafka/target/lib");
        return present(library, "mvn -pl distribution/kafka package copies it") + "/*";
    }

    /** A file of {@code conf/}. */
    Path conf(String name) {
        return present(folder.resolve("conf").resolve(name), "it belongs to Akin");
    }

    /** Returns the place in a release where this is one, else that in the sources. */
    private Path either(String released, String built) {
        return folder.resolve(Files.exists(folder.resolve("lib/akin.jar")) ? released : built);
    }

    private static Path present(Path path, String remedy) {
        if (!Files.exists(path)) {
            throw new IllegalStateException("there is no " + path + ": " + remedy);
        }
        return path;
    }
}
