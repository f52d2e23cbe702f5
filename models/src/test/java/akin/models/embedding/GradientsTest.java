package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GradientsTest {
    /** More rows than there is room for at first, each met again later. */
    @Test
    void sumsByRowWhileMoreRowsCome() {
        Gradients gradients = new Gradients(3);
        float[] x = {9, 1, 2, 3};
        for (int round = 0; round < 2; round++) {
            for (int slot = 1; slot <= 1000; slot++) {
                gradients.addVector(slot, slot, x, 1);
                gradients.addBias(1001 - slot, slot);
            }
        }

        assertThat(gradients.size()).isEqualTo(1000);
        for (int n = 0; n < 1000; n++) {
            int slot = gradients.slot(n);
            int at = gradients.offset(n);
            assertThat(gradients.find(slot)).isEqualTo(n);
            assertThat(gradients.sums()[at]).isEqualTo(2 * slot);
            assertThat(gradients.sums()[at + 2]).isEqualTo(6 * slot);
            assertThat(gradients.sums()[at + 3]).isEqualTo(2 * (1001 - slot));
        }
    }

    @Test
    void theGradientOfALogitHasAPartForTheVectorAndOneForTheBias() {
        Gradients gradients = new Gradients(2);
        int place = gradients.append(7);
        gradients.addByLogit(place, 3, new float[] {9, 1, 2}, 1);
        gradients.add(place, new float[] {10, 20}, 30);

        int at = gradients.offset(place);
        assertThat(Arrays.copyOfRange(gradients.sums(), at, at + 3)).containsExactly(13, 26, 33);
    }
}
