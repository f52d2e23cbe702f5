package akin.jobs.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each kind of manifest may hold: by its custom resource definition, or by {@code schemas.yaml}. Stricter than
 * Kubernetes, which drops fields that it doesn't know without a word.
 */
final class Schemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final String METADATA = """
            {type: object, required: [name], properties: {
              name: {type: string, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'},
              namespace: {type: string}, labels: {type: object, additionalProperties: {type: string}},
              annotations: {type: object, additionalProperties: {type: string}}}}
            """;

    private final Map<String, JsonSchema> byKind = new TreeMap<>();

    Schemas() throws IOException {
        for (String plural : List.of("flinkdeployments", "flinksessionjobs")) {
            JsonNode definition = Yaml.resource("/crds/" + plural + ".flink.apache.org-v1.yml");
            JsonNode properties = definition.at("/spec/versions/0/schema/openAPIV3Schema/properties");
            add(definition.at("/spec/names/kind").asText(), properties);
        }
        Yaml.resource("/crds/schemas.yaml").properties().forEach(kind -> add(kind.getKey(), kind.getValue()));
    }

    private void add(String kind, JsonNode properties) {
        ObjectNode all = properties.deepCopy();
        all.set("apiVersion", Yaml.read("{type: string}"));
        all.set("kind", Yaml.read("{const: " + kind + "}"));
        all.set("metadata", Yaml.read(METADATA));
        ObjectNode schema = (ObjectNode) Yaml.read("{type: object, required: [apiVersion, kind, metadata]}");
        schema.set("properties", all);
        byKind.put(kind, FACTORY.getSchema(closed(schema)));
    }

    /** Every object of the schema that lists properties, and doesn't say that it is open, shall have no others. */
    private static JsonNode closed(JsonNode schema) {
        schema.forEach(Schemas::closed);
        if (schema instanceof ObjectNode object
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")
                && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        return schema;
    }

    /** What is wrong with a manifest. */
    List<String> problems(JsonNode manifest) {
        String kind = manifest.path("kind").asText();
        JsonSchema schema = byKind.get(kind);
        if (schema == null) {
            return List.of("no schema for the kind '" + kind + "'");
        }
        List<String> problems = new ArrayList<>();
        for (ValidationMessage message : schema.validate(manifest)) {
            problems.add(kind + " " + manifest.at("/metadata/name").asText() + ": " + message.getMessage());
        }
        return problems;
    }
}
