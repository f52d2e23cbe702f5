package akin.jobs.wire;

import akin.models.catalog.Content;
import akin.models.catalog.Content.Embedding;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Gathers what a catalogue message tells of an item's words, pictures and similar items. */
final class ContentFields {
    private static final int LONGEST_TITLE = 1000;
    private static final int MOST_SIMILAR = 1000;
    private static final int MOST_NAMES = 16;

    private final TreeMap<String, Embedding> embeddings = new TreeMap<>();
    private final TreeMap<String, List<String>> similar = new TreeMap<>();
    private String title;

    Content content() {
        return title == null && embeddings.isEmpty() && similar.isEmpty()
                ? Content.NONE
                : new Content(title, embeddings, similar);
    }

    /** Keeps the beginning of a title; the rest tells nothing more. */
    void title(String text) {
        boolean isLong = text != null && text.length() > LONGEST_TITLE;
        int end =
                isLong && Character.isHighSurrogate(text.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        title = isLong ? text.substring(0, end) : text;
    }

    /** Reads vectors by name. */
    void embeddings(JsonParser parser) throws IOException {
        names(
                "embeddings",
                parser,
                "an object of names and lists of numbers",
                embeddings,
                name -> vector(name, parser));
    }

    /** Reads lists of ids by name. */
    void similar(JsonParser parser) throws IOException {
        names("similar", parser, "an object of names and lists of ids", similar, name -> ids(name, parser));
    }

    private interface Reading<T> {
        T read(String name) throws IOException;
    }

    private static <T> void names(
            String field, JsonParser parser, String allowed, TreeMap<String, T> into, Reading<T> reading)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Values.wrong(field, parser, allowed);
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = field + "." + Values.whole(field, parser.currentName());
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Values.wrong(name, parser, allowed);
            }
            into.put(name.substring(field.length() + 1), reading.read(name));
            if (into.size() > MOST_NAMES) {
                throw new Refusal(field + " has too many names, allowed are " + MOST_NAMES);
            }
        }
    }

    private static Embedding vector(String name, JsonParser parser) throws IOException {
        float[] values = new float[64];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isNumeric()
                    || !Float.isFinite(parser.getFloatValue())
                    || size == Embedding.MOST_DIMENSIONS) {
                throw Values.wrong(name, parser, "at most " + Embedding.MOST_DIMENSIONS + " numbers");
            }
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = parser.getFloatValue();
        }
        return Embedding.of(Arrays.copyOf(values, size));
    }

    private static List<String> ids(String name, JsonParser parser) throws IOException {
        List<String> ids = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String id = Values.id(name, parser);
            if (id == null || ids.size() == MOST_SIMILAR) {
                throw Values.wrong(name, parser, "at most " + MOST_SIMILAR + " ids");
            }
            ids.add(id);
        }
        return ids;
    }
}
