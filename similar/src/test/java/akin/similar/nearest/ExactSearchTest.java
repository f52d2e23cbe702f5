package akin.similar.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactSearchTest {
    private static final int WIDTH = 5;

    /** Multiples of a half, so that distances are exact and often equal. */
    private static Matrix random(int rows, long seed) {
        Random random = new Random(seed);
        Matrix matrix = new Matrix();
        matrix.resize(rows, WIDTH);
        for (int i = 0; i < rows * WIDTH; i++) {
            matrix.values()[i] = random.nextInt(7) - 3;
        }
        for (int row = 0; row < rows; row++) {
            // Rows of zeros have no vector.
            matrix.values()[matrix.offset(row)] += 0.5f;
        }
        return matrix;
    }

    private static float distance(Matrix a, int row, Matrix b, int other) {
        float sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            float difference = a.values()[a.offset(row) + i] - b.values()[b.offset(other) + i];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void findsWhatSortingAllFinds() {
        Matrix items = random(2500, 1);
        Matrix queries = random(70, 2);
        Nearest[] found = new ExactSearch(items).search(queries, 10, (query, item) -> item % 3 != query % 3);

        for (int query = 0; query < queries.rows(); query++) {
            int q = query;
            int[] sorted = IntStream.range(0, items.rows())
                    .filter(item -> item % 3 != q % 3)
                    .boxed()
                    .sorted(Comparator.comparing((Integer item) -> distance(queries, q, items, item))
                            .thenComparing(item -> item))
                    .mapToInt(item -> item)
                    .limit(10)
                    .toArray();
            assertThat(found[query].rows()).isEqualTo(sorted);
            assertThat(found[query].distances()[9]).isEqualTo(distance(queries, query, items, sorted[9]));
        }
    }

    @Test
    void returnsAllWhereThereAreFewer() {
        Nearest found = new ExactSearch(random(3, 1)).search(random(1, 2), 10, (query, item) -> item != 1)[0];

        assertThat(found.rows()).containsExactlyInAnyOrder(0, 2);
        assertThat(found.place(1)).isEqualTo(-1);
        assertThat(found.place(found.rows()[1])).isEqualTo(1);
    }

    @Test
    void aRowWithoutVectorNeitherFindsNorIsFound() {
        Matrix items = random(3, 1);
        Matrix queries = random(2, 2);
        clear(items, 1);
        clear(queries, 0);

        Nearest[] found = new ExactSearch(items).search(queries, 10, (query, item) -> true);

        assertThat(found[0].rows()).isEmpty();
        assertThat(found[1].rows()).containsExactlyInAnyOrder(0, 2);
    }

    private static void clear(Matrix matrix, int row) {
        Arrays.fill(matrix.values(), matrix.offset(row), matrix.offset(row + 1), 0);
    }
}
