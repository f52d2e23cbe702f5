package akin.jobs;

import java.net.URI;
import java.nio.file.Path;

/** Tells where a savepoint lies, in the way that Flink wants it. */
public final class Location {
    private Location() {}

    /** Returns a URI; a text without a scheme is a path on this machine. */
    public static String of(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
                ? URI.create(text).toString()
                : Path.of(text).toAbsolutePath().normalize().toUri().toString();
    }
}
