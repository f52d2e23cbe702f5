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

    /** Replaces {@code ${env:NAME}} and {@code ${file:/path}}. */
    static String resolve(String value, Map<String, String> environment) {
        return REFERENCE.matcher(value).replaceAll(match -> {
            String found = match.group(1).equals("env") ? environment.get(match.group(2)) : firstLine(match.group(2));
            if (found == null) {
                throw new IllegalArgumentException(
                        match.group() + " is not there: set the environment variable or write the file");
            }
            return Matcher.quoteReplacement(found);
        });
    }

    private static String firstLine(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
