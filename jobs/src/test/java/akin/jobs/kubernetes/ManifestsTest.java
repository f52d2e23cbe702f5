package akin.jobs.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every manifest is one that its operator takes, as it is written and as kustomize makes it. */
class ManifestsTest {
    private final Schemas schemas;

    @TempDir
    private Path folder;

    ManifestsTest() throws IOException {
        schemas = new Schemas();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "kafka", "session", "similar", "overlays/dev", "overlays/prod"})
    void fitsItsSchema(String where) throws IOException {
        List<JsonNode> manifests = Manifests.of(where).all();

        assertThat(manifests).isNotEmpty();
        assertThat(manifests)
                .flatExtracting(manifest -> schemas.problems(isPatched(where) ? withoutNulls(manifest) : manifest))
                .isEmpty();
    }

    /** Where kustomize lays manifests over those of the base. */
    private static boolean isPatched(String where) {
        return where.startsWith("overlays/") || where.equals("session");
    }

    /** A patch takes a field away by a null. */
    private static JsonNode withoutNulls(JsonNode patch) {
        JsonNode rest = patch.deepCopy();
        removeNulls(rest);
        return rest;
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(ManifestsTest::removeNulls);
    }

    @Test
    void aNullThatTakesNothingAwayIsFound() throws IOException {
        JsonNode deployment = Manifests.of("base").only("FlinkDeployment");
        ((ObjectNode) deployment.at("/spec")).putNull("flinkVersion");

        assertThat(schemas.problems(deployment)).anyMatch(problem -> problem.contains("flinkVersion: null found"));
        assertThat(schemas.problems(withoutNulls(deployment))).noneMatch(problem -> problem.contains("null found"));
    }

    @ParameterizedTest
    @CsvSource({
        "/spec, flinkVersoin, v2_2, flinkVersoin",
        "/spec, flinkVersion, v9_9, flinkVersion",
        "/spec/job, upgradeMode, sometimes, upgradeMode",
        "/spec/job, parallelism, many, parallelism",
        "/spec/podTemplate/spec/securityContext, runAsNonroot, true, runAsNonroot",
        "/spec/podTemplate/spec/containers/0, volumeMount, x, volumeMount",
        "/metadata, name, Akin!, name"
    })
    void aMistakeIsFound(String path, String field, String value, String told) throws IOException {
        JsonNode deployment = Manifests.of("base").only("FlinkDeployment");
        ((ObjectNode) deployment.at(path)).put(field, value);

        assertThat(schemas.problems(deployment)).singleElement().asString().contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/dev", "overlays/prod", "session", "kafka"})
    void kustomizeMakesManifestsThatFit(String where) throws Exception {
        Path rendered = folder.resolve("rendered.yaml");
        run(rendered, "kustomize", Manifests.FOLDER.resolve(where).toString());
        List<JsonNode> manifests = Yaml.documents(Files.readString(rendered));

        assertThat(manifests).flatExtracting(schemas::problems).isEmpty();
        assertThat(manifests)
                .allSatisfy(manifest -> assertThat(
                                manifest.at("/metadata/namespace").asText())
                        .isEqualTo(
                                switch (where) {
                                    case "overlays/dev" -> "akin-dev";
                                    case "kafka" -> "kafka";
                                    default -> "akin";
                                }));
        if (!where.equals("kafka")) {
            assertThat(manifests)
                    .extracting(manifest -> manifest.path("kind").asText())
                    .contains("FlinkDeployment", "ServiceAccount", "Role", "NetworkPolicy", "PodMonitor", "ConfigMap");
        }
    }

    private void run(Path out, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("kubectl"), Stream.of(arguments)).toList();
        Path err = folder.resolve("err");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            abort("skipped: there is no kubectl here");
            return;
        }
        assertThat(process.waitFor())
                .as(Files.readString(err, StandardCharsets.UTF_8))
                .isZero();
    }

    @Test
    void theDashboardIsJsonWithPanelsThatDoNotOverlap() throws IOException {
        JsonNode dashboard = Yaml.file(Manifests.FOLDER.resolve("base/dashboard.json"));

        assertThat(dashboard.at("/uid").asText()).isEqualTo("akin");
        assertThat(dashboard.path("panels")).hasSizeGreaterThan(10);
        assertThat(dashboard.path("panels"))
                .extracting(panel -> panel.at("/gridPos/x") + "," + panel.at("/gridPos/y"))
                .doesNotHaveDuplicates();
        assertThat(dashboard.path("panels"))
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }
}
