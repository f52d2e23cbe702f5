package akin.jobs.wire;

import java.io.Serializable;

/** Says how a {@link MessageWriter} writes elements of a stream. */
@FunctionalInterface
public interface Encoder<T> extends Serializable {
    byte[] encode(MessageWriter writer, T element);
}
