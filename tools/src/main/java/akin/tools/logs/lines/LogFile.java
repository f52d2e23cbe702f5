package akin.tools.logs.lines;

import akin.models.event.Printable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of a log, plain or gzip.
 *
 * @param name names the file in the ids of its events: no other file of what was learned has it
 * @param bytesRead length of the beginning that an earlier run has read, in unzipped bytes
 */
public record LogFile(Path path, String name, long bytesRead) {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 100;
    private static final String GZIP_ENDING = ".gz";

    /** Returns a file of which nothing was read, named after itself. */
    public static LogFile of(Path path) {
        return new LogFile(path, baseName(path), 0);
    }

    /** Returns a file's name without folder and without {@code .gz}, fit to be part of an id. */
    public static String baseName(Path path) {
        String name = Printable.of(path.getFileName().toString());
        String base = name.endsWith(GZIP_ENDING) ? name.substring(0, name.length() - GZIP_ENDING.length()) : name;
        return base.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Opens the file's bytes, unzipped; the first bytes tell whether it is gzip, not the name. */
    public static InputStream open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no file " + path);
        }
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder, a file is needed");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        in.mark(2);
        int first = in.read() << 8 | in.read();
        in.reset();
        if (first == 0xFFFE || first == 0xFEFF) {
            in.close();
            throw new IOException(path + " is UTF-16, UTF-8 is needed: iconv -f UTF-16 -t UTF-8 converts it");
        }
        return first == 0x1F8B ? new GZIPInputStream(in, BUFFER) : in;
    }
}
