package akin.tools.logs;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of one file, plain or gzip (told by its first bytes, not by its name), with their numbers. */
final class LogFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final String baseName;
    private final BufferedReader reader;
    private long number;

    LogFile(Path path) throws IOException {
        this.path = path;
        String fileName = path.getFileName().toString();
        baseName = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
        reader = new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8), BUFFER);
    }

    private static InputStream open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no file " + path);
        }
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder, a file is needed");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** The file's name without folder and without {@code .gz}. */
    String baseName() {
        return baseName;
    }

    /** The next line, or null at the end. */
    Line next() throws IOException {
        try {
            String text = reader.readLine();
            if (text == null) {
                return null;
            }
            return new Line(path.toString(), baseName, ++number, text);
        } catch (IOException e) {
            throw new IOException(path + ":" + (number + 1) + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
