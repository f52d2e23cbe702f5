package akin.models.neighbours;

/** Scores rows. */
@FunctionalInterface
public interface RowScore {
    float of(int row);
}
