package akin.state.savepoint;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Values as the bytes of their serializer: equal values have equal bytes. */
public final class Bytes {
    private static final int FIRST_SIZE = 256;

    private Bytes() {}

    public static <T> byte[] of(T value, TypeInformation<T> type) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(FIRST_SIZE);
            type.createSerializer(new SerializerConfigImpl()).serialize(value, out);
            return out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new IllegalStateException("a value in memory can't be serialized", e);
        }
    }

    static <T> T read(byte[] bytes, TypeInformation<T> type) throws IOException {
        return type.createSerializer(new SerializerConfigImpl()).deserialize(new DataInputDeserializer(bytes));
    }
}
