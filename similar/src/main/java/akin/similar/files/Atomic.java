package akin.similar.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and moves it there when it is whole and on the disk. */
public final class Atomic {
    private Atomic() {}

    /** Writes the content of a file. */
    public interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** Makes a file at a path. */
    public interface Maker {
        void make(Path file) throws IOException;
    }

    public static void write(Path file, Content content) throws IOException {
        make(file, beside -> {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16))) {
                content.write(out);
            }
        });
    }

    public static void make(Path file, Maker maker) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.deleteIfExists(beside);
            maker.make(beside);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException(file + " can't be written: " + e.getMessage(), e);
        }
    }
}
