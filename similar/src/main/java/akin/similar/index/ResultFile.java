package akin.similar.index;

import akin.similar.files.Bulk;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found for the products of a partition, in its order. */
public final class ResultFile {
    private static final int MAGIC = 0x414b5231;
    private static final int VERSION = 1;

    private ResultFile() {}

    /**
     * What was found for one product.
     *
     * @param matches best first
     */
    public record Result(String id, List<Match> matches) {}

    /** Begins a file. */
    public static void begin(int rows, int keys, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(rows);
        out.writeInt(keys);
    }

    public static void write(Result result, DataOutputStream out) throws IOException {
        Bulk.write(result.id(), out);
        out.writeInt(result.matches().size());
        for (Match match : result.matches()) {
            match.item().write(out);
            out.writeFloat(match.score());
            out.writeByte(match.why() == null ? -1 : match.why().ordinal());
        }
    }

    /** Takes one result after the other. */
    public interface Reader {
        void take(Result result) throws IOException;
    }

    /** Reads all, one after the other. */
    public static void read(Path file, Reader reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " holds no results");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " has version " + version + ", this build reads " + VERSION);
            }
            int rows = in.readInt();
            int keys = in.readInt();
            for (int row = 0; row < rows; row++) {
                reader.take(result(keys, in));
            }
        } catch (EOFException e) {
            throw new IOException(file + " ends too early", e);
        }
    }

    private static Result result(int keys, DataInputStream in) throws IOException {
        String id = Bulk.readText(in);
        int n = in.readInt();
        List<Match> matches = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Facet item = Facet.read(keys, in);
            float score = in.readFloat();
            int why = in.readByte();
            matches.add(new Match(item, score, why < 0 ? null : Match.Reason.values()[why]));
        }
        return new Result(id, matches);
    }
}
