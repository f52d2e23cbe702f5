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
    private static final int EMPTY = 1;

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

    /** A string or null: its length in UTF-8 plus one, then the bytes. */
    static void writeString(String text, DataOutputView target) throws IOException {
        if (text == null) {
            writeSize(NULL, target);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeSize(bytes.length + 1, target);
        target.write(bytes);
    }

    static String readString(DataInputView source) throws IOException {
        int head = readSize(source);
        if (head == NULL) {
            return null;
        }
        if (head == EMPTY) {
            return "";
        }
        byte[] bytes = new byte[head - 1];
        source.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The id of an item: one object for all that are equal, as a rule. */
    static String readItemId(DataInputView source) throws IOException {
        return KnownIds.same(readString(source));
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

    static List<String> readItemIds(DataInputView source) throws IOException {
        return readList(Fields::readItemId, source);
    }

    static void writeLongs(long[] numbers, DataOutputView target) throws IOException {
        writeSize(numbers.length, target);
        for (long number : numbers) {
            target.writeLong(number);
        }
    }

    static long[] readLongs(DataInputView source) throws IOException {
        long[] numbers = new long[readSize(source)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = source.readLong();
        }
        return numbers;
    }

    /** A value or null: whether there is one, then the value. */
    static <T> void writeNullable(T value, Writer<T> writer, DataOutputView target) throws IOException {
        target.writeBoolean(value != null);
        if (value != null) {
            writer.write(value, target);
        }
    }

    static <T> T readNullable(Reader<T> reader, DataInputView source) throws IOException {
        return source.readBoolean() ? reader.read(source) : null;
    }
}
