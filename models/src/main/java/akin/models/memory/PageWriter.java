package akin.models.memory;

/** Where pages go: Flink state, a savepoint, a digest. */
@FunctionalInterface
public interface PageWriter {
    void write(String table, int number, Page page);
}
