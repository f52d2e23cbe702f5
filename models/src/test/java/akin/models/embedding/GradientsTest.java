package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradientsTest {
    /** More rows than there is room for at first, each met again later. */
    @Test
    void sumsByRowWhileMoreRowsCome() {
        Gradients gradients = new Gradients(3);
        float[] x = {9, 1, 2, 3};
        for (int round = 0; round < 2; round++) {
            for (int row = 1; row <= 1000; row++) {
                gradients.addVector(row, row, x, 1);
                gradients.addBias(1001 - row, row);
            }
        }

        assertThat(gradients.size()).isEqualTo(1000);
        for (int n = 0; n < 1000; n++) {
            int row = gradients.row(n);
            int at = gradients.offset(n);
            assertThat(gradients.find(row)).isEqualTo(n);
            assertThat(gradients.sums()[at]).isEqualTo(2 * row);
            assertThat(gradients.sums()[at + 2]).isEqualTo(6 * row);
            assertThat(gradients.sums()[at + 3]).isEqualTo(2 * (1001 - row));
        }
    }
}
