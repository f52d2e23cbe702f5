package akin.jobs.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The manifests in {@code k8s/}. */
final class Manifests {
    static final Path ROOT = Path.of(System.getProperty("akin.root"));
    static final Path FOLDER = ROOT.resolve("k8s");

    private final List<JsonNode> all;

    private Manifests(List<JsonNode> all) {
        this.all = all;
    }

    /** Those of one folder as they are written, without what kustomize itself reads. */
    static Manifests of(String folder) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (Path file : files(FOLDER.resolve(folder))) {
            all.addAll(Yaml.documents(Files.readString(file)));
        }
        return new Manifests(all);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<String> others = List.of("kustomization.yaml", "akin.yaml");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !others.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    List<JsonNode> all() {
        return all;
    }

    List<JsonNode> ofKind(String kind) {
        return all.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    /** The only one of a kind. */
    JsonNode only(String kind) {
        List<JsonNode> found = ofKind(kind);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " manifests of kind " + kind);
        }
        return found.get(0);
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
