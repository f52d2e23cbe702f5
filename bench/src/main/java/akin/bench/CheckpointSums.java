package akin.bench;

/** Checkpoints in a row: what changed and what they took, on average; their longest pause; the state at the end. */
final class CheckpointSums {
    private int count;
    private long numbers;
    private long pages;
    private long bytes;
    private long totalBytes;
    private double longestFlushMillis;
    private double snapshotMillis;

    void add(CheckpointBytes.Taken taken, CheckpointBytes.Changed changed) {
        count++;
        numbers += changed.numbers();
        pages += changed.pages();
        bytes += taken.bytes();
        totalBytes = taken.totalBytes();
        longestFlushMillis = Math.max(longestFlushMillis, taken.flushMillis());
        snapshotMillis += taken.snapshotMillis();
    }

    @Override
    public String toString() {
        return String.format(
                "%,14d %,14d %,14d %,14d %10.1f %12.1f",
                numbers / count, pages / count, bytes / count, totalBytes, longestFlushMillis, snapshotMillis / count);
    }
}
