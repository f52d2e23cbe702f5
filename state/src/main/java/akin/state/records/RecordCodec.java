package akin.state.records;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How one kind of immutable record lies in bytes. Its name and version are kept in savepoints, never its class: classes
 * may be renamed. A format that changes gets the next version and keeps reading the earlier ones.
 */
interface RecordCodec<T> extends Serializable {
    Class<T> type();

    /** A stable name, unique among codecs. */
    String name();

    /** The version that {@link #write} writes, from 1 on. */
    int version();

    void write(T record, DataOutputView target) throws IOException;

    /** Reads what any version up to {@link #version} wrote. */
    T read(DataInputView source, int version) throws IOException;
}
