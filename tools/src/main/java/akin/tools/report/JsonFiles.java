package akin.tools.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads JSON objects from files; what can't be read is told with the file's name and what to do. */
final class JsonFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFiles() {}

    static JsonNode object(Path file) throws IOException {
        try {
            return object(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            throw unreadable(file.toString(), "it is not UTF-8");
        }
    }

    /** Gives each line that isn't blank to {@code to}. */
    static void lines(Path file, Consumer<JsonNode> to) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    to.accept(object(line, file + ":" + number));
                }
            }
        } catch (CharacterCodingException e) {
            throw unreadable(file + ":" + (number + 1), "it is not UTF-8");
        }
    }

    private static JsonNode object(String text, String where) throws IOException {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(where, e.getOriginalMessage());
        }
        throw unreadable(where, "it is not a JSON object");
    }

    private static IOException unreadable(String where, String why) {
        return new IOException(
                where + " can't be read: " + why + "; run the command again that wrote its folder, or leave it out");
    }

    /** A number, or NaN where there is none. */
    static double number(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : Double.NaN;
    }
}
