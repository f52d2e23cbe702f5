package akin.tools.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a file; a failure names the file. */
final class Lines {
    private final String file;
    private final OutputStream out;
    private boolean broken;

    Lines(String file) throws IOException {
        this.file = file;
        out = new BufferedOutputStream(Files.newOutputStream(Path.of(file)), 1 << 16);
    }

    void write(byte[] line) throws IOException {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What could not be written has been told already: telling it again here would end the whole task manager. */
    void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            if (!broken) {
                throw failed(e);
            }
        }
    }

    private IOException failed(IOException e) {
        broken = true;
        return new IOException(file + " can't be written: " + e.getMessage(), e);
    }
}
