package akin.similar.files;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads and writes texts, and arrays of numbers, big-endian, as fast as streams allow. */
public final class Bulk {
    private static final int CHUNK = 1 << 14;

    private Bulk() {}

    /** Writes a text of any length. */
    public static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static void write(float[] values, int n, DataOutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < n; from += CHUNK) {
            int some = Math.min(CHUNK, n - from);
            buffer.asFloatBuffer().put(values, from, some);
            out.write(buffer.array(), 0, 4 * some);
        }
    }

    public static void read(float[] values, int n, DataInputStream in) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < n; from += CHUNK) {
            int some = Math.min(CHUNK, n - from);
            in.readFully(buffer.array(), 0, 4 * some);
            buffer.asFloatBuffer().get(values, from, some);
        }
    }

    public static void write(int[] values, int n, DataOutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < n; from += CHUNK) {
            int some = Math.min(CHUNK, n - from);
            buffer.asIntBuffer().put(values, from, some);
            out.write(buffer.array(), 0, 4 * some);
        }
    }

    public static void read(int[] values, int n, DataInputStream in) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < n; from += CHUNK) {
            int some = Math.min(CHUNK, n - from);
            in.readFully(buffer.array(), 0, 4 * some);
            buffer.asIntBuffer().get(values, from, some);
        }
    }
}
