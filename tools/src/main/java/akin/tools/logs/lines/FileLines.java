package akin.tools.logs.lines;

import akin.models.memory.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Reads the lines of one file. They end with a line feed, which a carriage return may precede; a byte order mark at the
 * start is no part of the first. A line that isn't UTF-8, or is too long, has a fault.
 */
public final class FileLines implements Lines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final LogFile file;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final MessageDigest digest = Memory.sha256();
    private final byte[] buffer = new byte[BUFFER];
    private final LineBytes line = new LineBytes();
    private int at;
    private int limit;
    private long bytes;
    private long number;

    public FileLines(LogFile file) throws IOException {
        this.file = file;
        this.in = LogFile.open(file.path());
    }

    /** A line's bytes, of a long line the first ones. */
    private static final class LineBytes extends ByteArrayOutputStream {
        private long length;

        void add(byte[] bytes, int from, int to) {
            length += to - from;
            write(bytes, from, Math.min(to - from, Math.max(0, LONGEST - size())));
        }

        /** Returns how many bytes a carriage return at the end takes. */
        int carriageReturn() {
            return length == size() && count > 0 && buf[count - 1] == '\r' ? 1 : 0;
        }

        boolean startsWith(byte[] start) {
            return count >= start.length
                    && ByteBuffer.wrap(buf, 0, start.length).equals(ByteBuffer.wrap(start));
        }

        ByteBuffer text(int from) {
            return ByteBuffer.wrap(buf, from, count - from - carriageReturn());
        }

        void clear() {
            reset();
            length = 0;
        }
    }

    @Override
    public Line next() throws IOException {
        try {
            Line next = read();
            while (next != null && next.text().isBlank()) {
                next = read();
            }
            return next;
        } catch (IOException e) {
            throw new IOException(file.path() + ":" + (number + 1) + " can't be read: " + e.getMessage(), e);
        }
    }

    private Line read() throws IOException {
        line.clear();
        boolean isEnded = false;
        while (!isEnded && (at < limit || fill())) {
            int from = at;
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            line.add(buffer, from, at);
            isEnded = at < limit;
            at += isEnded ? 1 : 0;
        }
        if (!isEnded && line.length == 0) {
            return null;
        }
        bytes += line.length;
        number++;
        Line read = decode(bytes - line.carriageReturn());
        bytes += isEnded ? 1 : 0;
        return read;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer));
        digest.update(buffer, 0, limit);
        return limit > 0;
    }

    private Line decode(long end) {
        ByteBuffer text = line.text(number == 1 && line.startsWith(MARK) ? MARK.length : 0);
        if (line.length > LONGEST) {
            String reason = line.length + " bytes, allowed are " + LONGEST;
            return new Line(
                    file, number, end, StandardCharsets.UTF_8.decode(text).toString(), reason);
        }
        try {
            return new Line(file, number, end, decoder.decode(text.duplicate()).toString(), null);
        } catch (CharacterCodingException e) {
            return new Line(
                    file, number, end, StandardCharsets.UTF_8.decode(text).toString(), "not UTF-8");
        }
    }

    @Override
    public List<ReadFile> files() {
        return List.of(ReadFile.of(file.name(), bytes, Fingerprint.digest(digest)));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
