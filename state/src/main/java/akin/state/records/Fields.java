package akin.state.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The parts that records are made of: numbers of variable length, strings, lists. */
final class Fields {
    private static final int NULL = 0;

    private Fields() {}

    @FunctionalInterface
    interface Writer<T> {
        void write(T value, DataOutputView target) throws IOException;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputView source) throws IOException;
    }

    /** Seven bits a byte, the lowest first. */
    static void writeSize(int size, DataOutputView target) throws IOException {
        int rest = size;
        while ((rest & ~0x7F) != 0) {
            target.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        target.writeByte(rest);
    }

    static int readSize(DataInputView source) throws IOException {
        int size = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = source.readByte();
            size |= (next & 0x7F) << shift;
            if (next >= 0) {
                return size;
            }
        }
        throw new IOException("a size is longer than five bytes: the bytes are not what this build wrote");
    }

    /** A string or null: its length in bytes plus one, doubled, plus one for UTF-8; Latin-1 otherwise. */
    @SuppressWarnings("deprecation") // String.getBytes(from, to, …) is the one way to copy Latin-1 without a detour
    static void writeString(String text, DataOutputView target) throws IOException {
        if (text == null) {
            writeSize(NULL, target);
            return;
        }
        int length = text.length();
        if (isLatin1(text, length)) {
            byte[] bytes = new byte[length];
            text.getBytes(0, length, bytes, 0);
            writeSize(length + 1 << 1, target);
            target.write(bytes);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            writeSize(bytes.length + 1 << 1 | 1, target);
            target.write(bytes);
        }
    }

    private static boolean isLatin1(String text, int length) {
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    static String readString(DataInputView source) throws IOException {
        int head = readSize(source);
        if (head == NULL) {
            return null;
        }
        byte[] bytes = new byte[(head >>> 1) - 1];
        source.readFully(bytes);
        return new String(bytes, (head & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    static <T> void writeList(List<T> list, Writer<T> writer, DataOutputView target) throws IOException {
        writeSize(list.size(), target);
        for (int i = 0; i < list.size(); i++) {
            writer.write(list.get(i), target);
        }
    }

    /** An unmodifiable list. */
    @SuppressWarnings("unchecked")
    static <T> List<T> readList(Reader<T> reader, DataInputView source) throws IOException {
        int size = readSize(source);
        if (size == 0) {
            return List.of();
        }
        Object[] elements = new Object[size];
        for (int i = 0; i < size; i++) {
            elements[i] = reader.read(source);
        }
        return (List<T>) Collections.unmodifiableList(Arrays.asList(elements));
    }

    static void writeStrings(List<String> list, DataOutputView target) throws IOException {
        writeList(list, Fields::writeString, target);
    }

    static List<String> readStrings(DataInputView source) throws IOException {
        return readList(Fields::readString, source);
    }
}
