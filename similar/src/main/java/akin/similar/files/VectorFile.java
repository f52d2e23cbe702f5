package akin.similar.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Vectors of the products of a partition, in its order: magic and version, rows, dimensions, one byte per row that says
 * whether there is a vector, then the floats of all rows, zeros where there is none. Big-endian.
 */
public final class VectorFile {
    private static final int MAGIC = 0x414b5631;
    private static final int VERSION = 1;

    private VectorFile() {}

    public static void write(Vectors vectors, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(vectors.rows());
        out.writeInt(vectors.dimensions());
        out.write(vectors.presence());
        Bulk.write(vectors.values(), vectors.rows() * vectors.dimensions(), out);
    }

    /** Returns the floats per vector. */
    public static int dimensions(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            checkHead(file, in);
            in.readInt();
            return in.readInt();
        }
    }

    private static void checkHead(Path file, DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException(file + " holds no vectors");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(file + " has version " + version + ", this build reads " + VERSION);
        }
    }

    /** Reads all. */
    public static Vectors read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            checkHead(file, in);
            Vectors vectors = new Vectors(in.readInt(), in.readInt());
            in.readFully(vectors.presence());
            Bulk.read(vectors.values(), vectors.rows() * vectors.dimensions(), in);
            return vectors;
        } catch (EOFException e) {
            throw new IOException(file + " ends too early", e);
        }
    }
}
