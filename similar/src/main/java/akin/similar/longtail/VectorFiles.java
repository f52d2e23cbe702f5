package akin.similar.longtail;

import akin.models.kernel.Matrix;
import akin.similar.catalogue.Product;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes vectors, an object per line: {@code items.jsonl} with the embeddings {@code behaviour} (learned),
 * {@code content} (foretold) and {@code als} (both, blended), of length one; {@code users.jsonl} with what a user's preferences are
 * the inner products of.
 */
final class VectorFiles {
    static final String ITEMS = "items.jsonl";
    static final String USERS = "users.jsonl";

    private VectorFiles() {}

    static void writeItems(Path folder, UserSequences sequences, Behaviour behaviour, double kappa) throws IOException {
        Matrix blended = behaviour.blended(kappa);
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(ITEMS));
                JsonGenerator json = generator(writer)) {
            for (int item = 0; item < sequences.items(); item++) {
                json.writeStartObject();
                json.writeStringField("item_id", sequences.id(item));
                Product product = sequences.product(item);
                if (product != null && product.title() != null) {
                    json.writeStringField("title", product.title());
                }
                json.writeNumberField("interactions", behaviour.interactions(item));
                json.writeObjectFieldStart("embeddings");
                write(json, "als", blended, item);
                write(json, "behaviour", behaviour.learned(), item);
                write(json, "content", behaviour.foretold(), item);
                json.writeEndObject();
                json.writeEndObject();
            }
        }
    }

    static void writeUsers(Path folder, UserSequences sequences, Matrix users) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(USERS));
                JsonGenerator json = generator(writer)) {
            for (int user = 0; user < sequences.users(); user++) {
                json.writeStartObject();
                json.writeStringField("user_id", sequences.user(user));
                write(json, "vector", users, user);
                json.writeEndObject();
            }
        }
    }

    private static JsonGenerator generator(BufferedWriter writer) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(writer);
        json.setRootValueSeparator(new SerializedString("\n"));
        return json;
    }

    /** What nothing is known of is left out. */
    private static void write(JsonGenerator json, String name, Matrix vectors, int row) throws IOException {
        boolean known = false;
        for (int i = 0; i < vectors.columns(); i++) {
            known |= vectors.values()[vectors.offset(row) + i] != 0;
        }
        if (known) {
            json.writeArrayFieldStart(name);
            for (int i = 0; i < vectors.columns(); i++) {
                json.writeNumber(vectors.values()[vectors.offset(row) + i]);
            }
            json.writeEndArray();
        }
    }
}
