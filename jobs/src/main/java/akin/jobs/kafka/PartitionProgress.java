package akin.jobs.kafka;

import akin.models.event.Message;
import java.time.Duration;

/**
 * How far one partition has been read, by where it ended each time that its leader was asked: what it held when it was asked
 * has come as soon as the reader is there.
 */
final class PartitionProgress {
    /** Who sends and could not reach the leader needs a moment to send what was kept, so that only answers in a row count. */
    private static final int STEADY = 3;

    /** So many questions in vain are enough. */
    private static final int PATIENCE = 30;

    /** Stands for the offset behind the last record where a partition's reader begins there. */
    private static final long LATEST = -1;

    private static final long NONE = -1;

    private final String partition;
    private final long idleness;
    private long position;
    private long stillSince = NONE;
    private long asked;
    private long end = NONE;
    private int answers;
    private int silences;
    private int vain;

    /**
     * @param partition the name that its messages carry
     * @param start offset of the first record to be read, or what stands for the earliest or latest one
     * @param idleness a partition without messages for so long is quiet
     */
    PartitionProgress(String partition, long start, Duration idleness) {
        this.partition = partition;
        this.idleness = idleness.toMillis();
        position = start;
    }

    /**
     * Takes an answer.
     *
     * @param when the leader was asked, epoch milliseconds
     * @param first offset of the first record then
     * @param last offset behind the last record then
     * @param read offset behind the last record that has come by now
     * @param isDrained whether the reader waits for records
     * @return what is to be told of the partition, or null
     */
    Message answered(long when, long first, long last, long read, boolean isDrained) {
        answers++;
        silences = 0;
        move(when, Math.max(read, position == LATEST ? last : first));
        if (answers < STEADY) {
            return null;
        }
        if (end != NONE && position < end && isDrained && ++vain >= PATIENCE) {
            // The rest is nothing to be read, such as the marks of transactions.
            position = end;
        }
        return reached(when, last);
    }

    private void move(long when, long to) {
        if (to > position || stillSince == NONE) {
            position = Math.max(position, to);
            stillSince = when;
            vain = 0;
        }
    }

    private Message reached(long when, long last) {
        if (position >= last) {
            end = NONE;
            return caughtUp(when);
        }
        boolean isReached = end != NONE && position >= end;
        Message reached = isReached ? caughtUp(asked) : null;
        if (isReached || end == NONE) {
            asked = when;
            end = last;
        }
        return reached;
    }

    private Message caughtUp(long until) {
        return new Message.CaughtUp(partition, until, until - stillSince >= idleness);
    }

    /**
     * Takes that the leader did not answer.
     *
     * @param isHeard whether any broker answered
     * @return what is to be told of the partition, or null
     */
    Message silent(boolean isHeard) {
        answers = 0;
        silences += isHeard ? 1 : 0;
        return silences >= PATIENCE ? new Message.Away(partition) : null;
    }
}
