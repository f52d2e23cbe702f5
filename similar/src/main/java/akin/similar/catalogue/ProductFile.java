package akin.similar.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Products of a partition, one JSON object a line, with the names of the catalogue's messages. */
public final class ProductFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader READER = JSON.reader();

    private ProductFile() {}

    /** Appends a product to an object that was begun. */
    public static void fields(Product product, JsonGenerator json) throws IOException {
        json.writeStringField("item_id", product.id());
        text(json, "title", product.title());
        text(json, "description", product.description());
        if (!product.category().isEmpty()) {
            json.writeArrayFieldStart("category");
            for (String level : product.category()) {
                json.writeString(level);
            }
            json.writeEndArray();
        }
        text(json, "brand", product.brand());
        if (product.hasPrice()) {
            json.writeNumberField("price", product.price());
        }
        if (!product.attributes().isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : product.attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            json.writeEndObject();
        }
        text(json, "image", product.image());
        if (!product.isAvailable()) {
            json.writeBooleanField("available", false);
        }
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** Writes a product as a line. */
    public static void write(Product product, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            fields(product, json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** Reads all products of a file. */
    public static List<Product> read(Path file) throws IOException {
        List<Product> products = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                products.add(product(READER.readTree(line)));
            }
        }
        return products;
    }

    private static Product product(JsonNode json) {
        List<String> category = new ArrayList<>();
        json.path("category").forEach(level -> category.add(level.asText()));
        Map<String, String> attributes = new TreeMap<>();
        json.path("attributes")
                .properties()
                .forEach(
                        field -> attributes.put(field.getKey(), field.getValue().asText()));
        return new Product(
                json.path("item_id").asText(),
                json.path("title").asText(null),
                json.path("description").asText(null),
                category,
                json.path("brand").asText(null),
                json.path("price").asDouble(Double.NaN),
                attributes,
                json.path("image").asText(null),
                json.path("available").asBoolean(true));
    }
}
