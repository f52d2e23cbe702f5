package akin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes to clusters: the job, and nothing that only people or other engines need. */
class FatJarIT {
    private static JarFile jar;
    private static List<String> classes;

    @BeforeAll
    static void open() throws Exception {
        jar = new JarFile(
                Path.of(System.getProperty("akin.root"), "jobs/target/akin.jar").toFile());
        classes = jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .toList();
    }

    @AfterAll
    static void close() throws Exception {
        jar.close();
    }

    @Test
    void startsTheJobWithItsDefaults() throws Exception {
        assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class")).isEqualTo(Job.class.getName());
        assertThat(jar.getEntry("akin.yaml")).isNotNull();
        assertThat(classes)
                .contains("akin/jobs/Job.class", "org/apache/flink/connector/kafka/source/KafkaSource.class");
    }

    @Test
    void holdsOfAkinTheJobAlone() {
        assertThat(classes)
                .filteredOn(name -> name.startsWith("akin/"))
                .allMatch(name -> name.matches("akin/(models|state|operators|jobs)/.*"))
                .noneMatch(name -> name.startsWith("akin/state/savepoint/"));
    }

    @Test
    void holdsNoCommandLineNoFilesAndNothingThatAFlinkDistributionBrings() {
        for (String folder : List.of(
                "picocli/",
                "com/fasterxml/jackson/dataformat/csv/",
                "com/jerolba/",
                "org/apache/parquet/",
                "org/apache/hadoop/",
                "org/apache/flink/runtime/",
                "org/apache/flink/state/api/",
                "org/apache/flink/streaming/runtime/",
                "org/slf4j/",
                "org/apache/logging/",
                "org/junit/")) {
            assertThat(classes).noneMatch(name -> name.startsWith(folder));
        }
    }
}
