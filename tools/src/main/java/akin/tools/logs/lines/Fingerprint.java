package akin.tools.logs.lines;

import akin.models.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Knows files by what they hold. */
final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private Fingerprint() {}

    /** Returns the digest of what was taken in so far, which may go on. */
    static byte[] digest(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the longest of some files that a file begins with. */
    static Optional<ReadFile> beginning(Path path, List<ReadFile> read) throws IOException {
        List<ReadFile> shortestFirst = read.stream()
                .filter(file -> file.bytes() > 0)
                .sorted(Comparator.comparingLong(ReadFile::bytes))
                .toList();
        MessageDigest digest = Memory.sha256();
        long at = 0;
        Optional<ReadFile> found = Optional.empty();
        try (InputStream in = LogFile.open(path)) {
            for (ReadFile file : shortestFirst) {
                at += advance(in, file.bytes() - at, digest);
                if (at < file.bytes()) {
                    return found;
                }
                if (HexFormat.of().formatHex(digest(digest)).equals(file.digest())) {
                    found = Optional.of(file);
                }
            }
        }
        return found;
    }

    /** Takes bytes in until there are no more; returns how many there were. */
    private static long advance(InputStream in, long bytes, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int length = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (length < 0) {
                return bytes - left;
            }
            digest.update(buffer, 0, length);
            left -= length;
        }
        return bytes;
    }
}
