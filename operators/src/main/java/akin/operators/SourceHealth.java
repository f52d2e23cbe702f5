package akin.operators;

import java.io.Serializable;

/** Tells whether a source that gives nothing could be read if it had something to give. */
public interface SourceHealth extends Serializable, AutoCloseable {
    /** Begins to look. */
    void open();

    /** True when the source has answered all the time of late. */
    boolean isAnswering();

    @Override
    void close();
}
