package akin.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that come from the environment or from files, and that are never printed. */
final class Secrets {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");
    private static final Pattern SECRET_KEY = Pattern.compile("password|secret|jaas|token|credential|\\.key$");

    private Secrets() {}

    /** The value as it may be printed; of maps and lists each value. */
    static String redact(String key, Object value) {
        if (SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find()) {
            return "***";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + redact(entry.getKey().toString(), entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> redact(key, element)).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }

    /** Returns whether a value refers to something outside. */
    static boolean refers(String value) {
        return REFERENCE.matcher(value).find();
    }

    /** Returns whether a key names a secret whose value is not referred to but written out. */
    static boolean isWrittenOut(String key, String value) {
        return SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find() && !value.isBlank() && !refers(value);
    }

    /** Throws when what {@code ${env:NAME}} or {@code ${file:/path}} refers to is not there. */
    static void require(String value, Map<String, String> environment) {
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            String name = reference.group(2);
            if ((reference.group(1).equals("env") ? environment.get(name) : content(name)) == null) {
                throw new IllegalArgumentException(
                        reference.group() + " is not there: set the environment variable or write the file");
            }
        }
    }

    /** What a file holds, without blanks around it, or null when it can't be read. */
    static String content(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
