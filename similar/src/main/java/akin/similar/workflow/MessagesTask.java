package akin.similar.workflow;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.index.ResultFile;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes catalogue messages for the streaming job, one JSON object a line: each product as the catalogue has it, with its
 * vectors and with what is similar to it.
 *
 * @param embeddings folders of vectors by their name in messages
 * @param kept folders of results by application
 */
record MessagesTask(String catalogue, TreeMap<String, String> embeddings, TreeMap<String, String> kept)
        implements PartTask {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The streaming job refuses longer lists. */
    private static final int MOST_SIMILAR = 1000;

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Product> products = ProductFile.read(new PartFolder(Path.of(catalogue)).file(part, "jsonl"));
        Map<String, Vectors> vectors = new TreeMap<>();
        for (Map.Entry<String, String> folder : embeddings.entrySet()) {
            vectors.put(folder.getKey(), VectorFile.read(new PartFolder(Path.of(folder.getValue())).file(part, "vec")));
        }
        Map<String, Map<String, List<String>>> similar = similar(part);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = JSON.createGenerator(out)) {
            json.setRootValueSeparator(new SerializedString("\n"));
            for (int row = 0; row < products.size(); row++) {
                Product product = products.get(row);
                json.writeStartObject();
                ProductFile.fields(product, json);
                embeddings(row, vectors, json);
                json.writeObjectFieldStart("similar");
                for (Map.Entry<String, Map<String, List<String>>> application : similar.entrySet()) {
                    json.writeObjectField(
                            application.getKey(), application.getValue().getOrDefault(product.id(), List.of()));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        counts.add("messages", products.size());
    }

    /** The kept ids by application and product. */
    private Map<String, Map<String, List<String>>> similar(int part) throws IOException {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        for (Map.Entry<String, String> folder : kept.entrySet()) {
            Map<String, List<String>> lists = new HashMap<>();
            ResultFile.read(
                    new PartFolder(Path.of(folder.getValue())).file(part, "kept"),
                    result -> lists.put(
                            result.id(),
                            result.matches().stream()
                                    .filter(match -> match.why() == null)
                                    .map(match -> match.item().id())
                                    .limit(MOST_SIMILAR)
                                    .toList()));
            all.put(folder.getKey(), lists);
        }
        return all;
    }

    private static void embeddings(int row, Map<String, Vectors> vectors, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("embeddings");
        for (Map.Entry<String, Vectors> entry : vectors.entrySet()) {
            Vectors all = entry.getValue();
            json.writeArrayFieldStart(entry.getKey());
            for (int i = 0; all.has(row) && i < all.dimensions(); i++) {
                json.writeNumber(all.values()[all.offset(row) + i]);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    @Override
    public String ending() {
        return "jsonl";
    }
}
