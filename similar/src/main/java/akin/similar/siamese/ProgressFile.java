package akin.similar.siamese;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps how far learning is, so that a run that was killed goes on where it was. Magic and version; a fingerprint of all
 * that learning depends on; then epoch by epoch the figures, and the pages of the net after the best and after the last
 * epoch; a checksum. Written beside and moved into place.
 */
final class ProgressFile {
    private static final int MAGIC = 0x414B5350;
    private static final int VERSION = 1;

    private final Path file;
    private final String fingerprint;

    /**
     * @param fingerprint of settings and input; what was learned from others is left where it is until it is overwritten
     */
    ProgressFile(Path file, String fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    void write(Progress progress) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        CheckedOutputStream checked =
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(next), 1 << 16), new CRC32C());
        try (DataOutputStream out = new DataOutputStream(checked)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(fingerprint);
            out.writeInt(progress.curve().size());
            for (Epoch epoch : progress.curve()) {
                out.writeInt(epoch.epoch());
                out.writeDouble(epoch.loss());
                out.writeDouble(epoch.figure());
                out.writeDouble(epoch.f1());
            }
            progress.best().write(out);
            progress.now().write(out);
            out.writeLong(checked.getChecksum().getValue());
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns how far learning was, or null where nothing of this fingerprint was kept. */
    Progress read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32C());
        try (DataInputStream in = new DataInputStream(checked)) {
            boolean isMine = in.readInt() == MAGIC
                    && in.readInt() == VERSION
                    && in.readUTF().equals(fingerprint);
            return isMine ? read(in, checked) : null;
        }
    }

    private Progress read(DataInputStream in, CheckedInputStream checked) throws IOException {
        List<Epoch> curve = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            curve.add(new Epoch(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        Snapshot best = Snapshot.read(in);
        Snapshot now = Snapshot.read(in);
        long sum = checked.getChecksum().getValue();
        if (in.readLong() != sum) {
            throw new IOException(file + " is damaged: delete it to learn from the start");
        }
        return Progress.of(curve, best, now);
    }
}
