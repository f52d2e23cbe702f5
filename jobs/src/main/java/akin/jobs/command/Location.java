package akin.jobs.command;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine;

/** Where a savepoint lies, as Flink wants it: a URI; what has no scheme is a path on this machine. */
final class Location implements CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
                ? URI.create(text).toString()
                : Path.of(text).toAbsolutePath().normalize().toUri().toString();
    }
}
