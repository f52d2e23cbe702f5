package akin.tools.logs.delimited;

import akin.jobs.config.ConfigurationException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a delimited log is read, as its YAML says.
 *
 * @param separator between fields, one character
 * @param quote around fields that hold separators or line breaks; empty for none
 * @param sort whether the lines are not in the order of time: then they are sorted
 * @param files the kinds of files that a log has; a file is of the first kind whose columns it has
 */
public record Mapping(String separator, String quote, boolean sort, List<FileKind> files) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    public Mapping {
        separator = separator == null ? "," : separator;
        quote = quote == null ? "\"" : quote;
        if (separator.length() != 1) {
            throw new IllegalArgumentException("separator is '" + separator + "', allowed is one character");
        }
        if (quote.length() > 1 || quote.equals(separator)) {
            throw new IllegalArgumentException("quote is '" + quote + "', allowed is another character, or none");
        }
        if (files == null || files.isEmpty()) {
            throw new IllegalArgumentException("files is empty, allowed is a list of kinds of files");
        }
        files = List.copyOf(files);
    }

    /**
     * Reads a mapping.
     *
     * @param name of where it stands, for messages
     * @throws ConfigurationException naming the key and what is allowed
     */
    public static Mapping parse(String yaml, String name) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (!tree.isObject()) {
                throw new ConfigurationException(name + " holds no keys, needed is at least files");
            }
            return YAML.treeToValue(tree, Mapping.class);
        } catch (JsonMappingException e) {
            throw new ConfigurationException(name + ": " + problem(e));
        } catch (JacksonException e) {
            throw new ConfigurationException(
                    name + " is not YAML: see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    /** Returns the text of a mapping that is shipped, or null. */
    public static String shipped(String name) {
        try (InputStream in = Mapping.class.getResourceAsStream("/logs/" + name + ".yaml")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException("the mapping " + file + " can't be read: " + e.getMessage());
        }
    }

    private static String problem(JsonMappingException e) {
        String key = e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        if (e instanceof UnrecognizedPropertyException unknown) {
            return key + ": no such key here, known are " + unknown.getKnownPropertyIds();
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String reason = cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.getMessage();
        return key.isEmpty() ? reason : key + ": " + reason;
    }

    char separatorChar() {
        return separator.charAt(0);
    }

    /** Returns the quote, or null when there is none. */
    Character quoteChar() {
        return quote.isEmpty() ? null : quote.charAt(0);
    }
}
