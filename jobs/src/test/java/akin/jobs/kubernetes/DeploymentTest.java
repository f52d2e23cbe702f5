package akin.jobs.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.Job;
import akin.jobs.config.AkinSettings;
import akin.jobs.config.CheckpointSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the deployment says agrees with the code, with the image and with {@code conf/}. */
class DeploymentTest {
    private static final String CONTAINER = "/podTemplate/spec/containers/0";

    /** Keys of the operator, of object storage and of reporters: no options of Flink's core. */
    private static final Pattern OTHERS =
            Pattern.compile("(kubernetes\\.operator|job\\.autoscaler|s3|metrics\\.reporter)\\..*");

    /** Reading them takes seconds. */
    private static final Map<String, ConfigOption<?>> OPTIONS = flinkOptions();

    private final Manifests base;
    private final JsonNode spec;
    private final Map<String, String> flink;

    @TempDir
    private Path folder;

    DeploymentTest() throws IOException {
        base = Manifests.of("base");
        spec = base.only("FlinkDeployment").path("spec");
        flink = flinkConfiguration("base");
    }

    private static Map<String, String> flinkConfiguration(String where) throws IOException {
        Map<String, String> flink = new TreeMap<>();
        Manifests.of(where)
                .only("FlinkDeployment")
                .at("/spec/flinkConfiguration")
                .properties()
                .forEach(entry -> {
                    if (!entry.getValue().isNull()) {
                        flink.put(entry.getKey(), entry.getValue().asText());
                    }
                });
        return flink;
    }

    /** The settings as the pod reads them, with what Strimzi's secrets hold. */
    private AkinSettings settings() throws IOException {
        Files.writeString(folder.resolve("sasl.jaas.config"), "login;");
        String text = Deployed.configuration(folder, folder);
        return AkinSettings.load(Files.writeString(folder.resolve("akin.yaml"), text), List.of());
    }

    @Test
    void startsTheJobThatTheImageHolds() throws Exception {
        String recipe = Files.readString(Manifests.FOLDER.resolve("Containerfile"));
        String version = spec.path("image").asText().replaceFirst(".*:", "");

        assertThat(spec.at("/job/entryClass").asText()).isEqualTo(Job.class.getName());
        assertThat(Job.class.getMethod("main", String[].class)).isNotNull();
        assertThat(recipe)
                .contains("FROM docker.io/library/flink:" + EnvironmentInformation.getVersion() + "-java17")
                .contains("flink-s3-fs-presto-" + EnvironmentInformation.getVersion() + ".jar")
                .contains("ARG JAR=jobs/target/akin.jar\n")
                .contains(" ${JAR} " + spec.at("/job/jarURI").asText().replace("local://", "") + "\n")
                .contains("akin:" + version + " ");
        assertThat(Files.readString(Manifests.ROOT.resolve("pom.xml"))).contains("<version>" + version + "</version>");
        assertThat("v" + EnvironmentInformation.getVersion().replace('.', '_'))
                .startsWith(spec.path("flinkVersion").asText() + "_");
    }

    /** In every process the kernels' loops are compiled for themselves. */
    @Test
    void hasTheOptionsOfTheLauncher() throws IOException {
        String launcher = Files.readString(Manifests.ROOT.resolve("akin"));
        String simd = launcher.substring(launcher.indexOf("simd=(") + "simd=(".length());
        List<String> options = List.of(
                simd.substring(0, simd.indexOf(")\n")).replace("'", "").trim().split("\\s+"));

        assertThat(options).hasSizeGreaterThan(1);
        for (String file : List.of("conf/config.yaml", "k8s/base/deployment.yaml", "k8s/similar/deployment.yaml")) {
            assertThat(Files.readString(Manifests.ROOT.resolve(file)).split("\\s+"))
                    .containsSubsequence(options);
        }
    }

    @Test
    void readsTheConfigurationThatIsMounted() throws IOException {
        List<String> args = Manifests.texts(spec.at("/job/args"));
        Path file = Path.of(args.get(args.indexOf("--conf") + 1));

        assertThat(args).hasSize(3).startsWith("run", "--conf");
        assertThat(spec.at(CONTAINER + "/volumeMounts")).anySatisfy(mount -> {
            assertThat(mount.path("name").asText()).isEqualTo("config");
            assertThat(mount.path("mountPath").asText())
                    .isEqualTo(file.getParent().toString());
        });
        JsonNode generated =
                Yaml.file(Manifests.FOLDER.resolve("base/kustomization.yaml")).at("/configMapGenerator/0");
        assertThat(generated.path("name")).isEqualTo(volume("config").at("/configMap/name"));
        assertThat(Manifests.texts(generated.path("files")))
                .containsExactly(file.getFileName().toString());
    }

    private JsonNode volume(String name) {
        for (JsonNode volume : spec.at("/podTemplate/spec/volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        throw new IllegalStateException("no volume " + name);
    }

    @Test
    void flinksOptionsAreFlinksAlone() throws IOException {
        AkinSettings settings = settings();

        assertThat(settings.checkpoints()).isEqualTo(new CheckpointSettings(null, null, null));
        assertThat(settings.stream().maxParallelism()).isNull();
        assertThat(settings.stream().parallelism()).as("the operator decides").isNull();
        assertThat(flink)
                .containsEntry("state.backend.type", "rocksdb")
                .containsKeys("execution.checkpointing.dir", "execution.checkpointing.interval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "session", "overlays/dev", "overlays/prod"})
    void flinkKnowsEveryKeyAndTakesItsValue(String where) throws IOException {
        Map<String, String> given = flinkConfiguration(where);
        Configuration configuration = Configuration.fromMap(given);

        assertThat(given.keySet())
                .filteredOn(key -> !OTHERS.matcher(key).matches())
                .allSatisfy(key -> {
                    assertThat(OPTIONS).containsKey(key);
                    assertThat(configuration.getOptional(OPTIONS.get(key))).isPresent();
                });
    }

    /** The options that Flink's classes declare, by key. */
    private static Map<String, ConfigOption<?>> flinkOptions() {
        Map<String, ConfigOption<?>> options = new TreeMap<>();
        new ClassFileImporter()
                .importPackages("org.apache.flink.configuration", "org.apache.flink.state.rocksdb").stream()
                        .filter(type -> type.getSimpleName().endsWith("Options"))
                        .forEach(type -> options(type.reflect(), options));
        return options;
    }

    private static void options(Class<?> type, Map<String, ConfigOption<?>> options) {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                try {
                    ConfigOption<?> option = (ConfigOption<?>) field.get(null);
                    options.put(option.key(), option);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /**
     * All but what is otherwise in pods: the console's address, ports, memory, options that the operator adds to, and
     * that Kubernetes keeps what ZooKeeper does elsewhere.
     */
    @Test
    void hasTheFlinkSettingsOfConf() throws IOException {
        List<String> others = List.of(
                "rest.bind-address",
                "metrics.reporter.prom.port",
                "env.java.opts.all",
                "taskmanager.memory.managed.fraction");
        Map<String, String> conf = new TreeMap<>();
        Yaml.file(Manifests.ROOT.resolve("conf/config.yaml"))
                .properties()
                .forEach(entry -> conf.put(entry.getKey(), entry.getValue().asText()));

        assertThat(conf.get("env.java.opts.all")).contains(flink.get("env.java.opts.all"));
        conf.keySet().removeIf(key -> others.contains(key) || key.startsWith("high-availability.zookeeper."));
        assertThat(flink).containsAllEntriesOf(conf);
    }

    @Test
    void itsReporterIsThere() throws ReflectiveOperationException {
        assertThat(Class.forName(flink.get("metrics.reporter.prom.factory.class")))
                .isAssignableTo(org.apache.flink.metrics.reporter.MetricReporterFactory.class);
    }

    @Test
    void runsWithoutRootOnAFileSystemThatItMountsItself() {
        JsonNode pod = spec.at("/podTemplate/spec/securityContext");
        JsonNode container = spec.at(CONTAINER + "/securityContext");

        assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("runAsUser").asInt()).isPositive();
        assertThat(pod.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(Manifests.texts(container.at("/capabilities/drop"))).containsExactly("ALL");
        assertThat(mounts("/podTemplate")).contains("/tmp", "/opt/flink/log");
        assertThat(mounts("/taskManager/podTemplate")).containsExactly(flink.get("state.backend.rocksdb.localdir"));
        assertThat(flink)
                .as("or volumes of the two templates are mixed")
                .containsEntry("kubernetes.operator.pod-template.merge-arrays-by-name", "true");
    }

    private List<String> mounts(String template) {
        List<String> paths = new ArrayList<>();
        spec.at(template + "/spec/containers/0/volumeMounts")
                .forEach(mount -> paths.add(mount.path("mountPath").asText()));
        return paths;
    }

    @Test
    void actsAsTheAccountThatHasTheRights() {
        String account = spec.path("serviceAccount").asText();
        JsonNode binding = base.only("RoleBinding");

        assertThat(base.only("ServiceAccount").at("/metadata/name").asText()).isEqualTo(account);
        assertThat(binding.at("/subjects/0/name").asText()).isEqualTo(account);
        assertThat(binding.at("/roleRef/name")).isEqualTo(base.only("Role").at("/metadata/name"));
    }

    @Test
    void theSessionJobIsTheSameJob() throws IOException {
        JsonNode job = Manifests.of("session").only("FlinkSessionJob").path("spec");

        assertThat(job.path("deploymentName"))
                .isEqualTo(base.only("FlinkDeployment").at("/metadata/name"));
        for (String field : List.of("entryClass", "args", "upgradeMode", "allowNonRestoredState")) {
            assertThat(job.at("/job/" + field)).as(field).isEqualTo(spec.at("/job/" + field));
        }
    }
}
