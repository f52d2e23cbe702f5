package akin.similar.longtail;

import akin.models.als.Interactions;
import akin.models.kernel.Matrix;
import akin.similar.files.Atomic;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Interactions and vectors in files of {@value #BLOCK} rows, which tasks of a cluster share. A file is whole
 * when it is there.
 */
final class AlsStore implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int VERSION = 1;

    /** A multiple of the rows over which sums are added up, so that these are the same as in memory. */
    static final int BLOCK = 8192;

    private final String folder;

    AlsStore(Path folder) {
        this.folder = folder.toString();
    }

    static int blocks(int rows) {
        return (rows + BLOCK - 1) / BLOCK;
    }

    Path folder() {
        return Path.of(folder);
    }

    void writeInteractions(String side, Interactions interactions) throws IOException {
        for (int block = 0; block < blocks(interactions.rows()); block++) {
            int from = block * BLOCK;
            int to = Math.min(interactions.rows(), from + BLOCK);
            write(side + "-interactions-" + block, out -> {
                out.writeInt(to - from);
                out.writeInt(interactions.columns());
                for (int row = from; row < to; row++) {
                    out.writeInt(interactions.degree(row));
                    for (int place = interactions.start(row); place < interactions.start(row + 1); place++) {
                        out.writeInt(interactions.column(place));
                        out.writeFloat(interactions.weight(place));
                    }
                }
            });
        }
    }

    Interactions readInteractions(String side, int block) throws IOException {
        try (DataInputStream in = open(side + "-interactions-" + block)) {
            int rows = in.readInt();
            int columns = in.readInt();
            Interactions.Builder builder = new Interactions.Builder();
            for (int row = 0; row < rows; row++) {
                int degree = in.readInt();
                for (int i = 0; i < degree; i++) {
                    builder.add(row, in.readInt(), in.readFloat());
                }
            }
            return builder.build(rows, columns);
        }
    }

    /** Writes the vectors of a block of rows as they are after a half-round. */
    void writeVectors(String side, int halfRound, int block, Matrix vectors, int from) throws IOException {
        int rows = Math.min(vectors.rows() - from, BLOCK);
        write(side + "-" + halfRound + "-" + block, out -> {
            out.writeInt(rows);
            out.writeInt(vectors.columns());
            for (int i = 0; i < rows * vectors.columns(); i++) {
                out.writeFloat(vectors.values()[vectors.offset(from) + i]);
            }
        });
    }

    /** Reads the vectors of all rows, block by block. */
    Matrix readVectors(String side, int halfRound, int rows, int rank) throws IOException {
        Matrix vectors = new Matrix();
        vectors.zero(rows, rank);
        for (int block = 0; block < blocks(rows); block++) {
            Matrix part = readVectors(side, halfRound, block);
            System.arraycopy(part.values(), 0, vectors.values(), vectors.offset(block * BLOCK), part.rows() * rank);
        }
        return vectors;
    }

    /** Reads the vectors of one block. */
    Matrix readVectors(String side, int halfRound, int block) throws IOException {
        try (DataInputStream in = open(side + "-" + halfRound + "-" + block)) {
            Matrix vectors = new Matrix();
            vectors.resize(in.readInt(), in.readInt());
            for (int i = 0; i < vectors.rows() * vectors.columns(); i++) {
                vectors.values()[i] = in.readFloat();
            }
            return vectors;
        }
    }

    void deleteVectors(String side, int halfRound, int rows) throws IOException {
        for (int block = 0; block < blocks(rows); block++) {
            Files.deleteIfExists(file(side + "-" + halfRound + "-" + block));
        }
    }

    private Path file(String name) {
        return Path.of(folder, name + ".bin");
    }

    private void write(String name, Atomic.Content content) throws IOException {
        Atomic.write(file(name), out -> {
            out.writeInt(VERSION);
            content.write(out);
        });
    }

    private DataInputStream open(String name) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(name)), 1 << 16));
        int version = in.readInt();
        if (version != VERSION) {
            in.close();
            throw new IOException(file(name) + " has version " + version + ", this build reads " + VERSION);
        }
        return in;
    }
}
