package akin.tools.logs;

import akin.models.event.Message;
import java.io.Closeable;
import java.util.Iterator;

/** The messages of a log in order; close it when done. */
public interface MessageIterator extends Iterator<Message>, Closeable {}
