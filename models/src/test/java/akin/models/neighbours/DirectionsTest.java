package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionsTest {
    private static float norm(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += (double) x * x;
        }
        return (float) Math.sqrt(sum);
    }

    private static float[] vector(int dimensions, Random random) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = 20 * (float) random.nextGaussian();
        }
        return vector;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 50, 64, 100})
    void cosinesAreNearTheVectors(int dimensions) {
        Random random = new Random(dimensions);
        Directions directions = new Directions(dimensions);
        for (int row = 1; row <= 3000; row += 2) {
            float[] one = vector(dimensions, random);
            float[] other = vector(dimensions, random);
            double dot = 0;
            for (int i = 0; i < dimensions; i++) {
                dot += (double) one[i] * other[i];
            }
            directions.set(row, one, 0, norm(one));
            directions.set(row + 1, other, 0, norm(other));

            assertThat((double) directions.cosine(row, row + 1)).isCloseTo(dot / norm(one) / norm(other), within(0.02));
            assertThat((double) directions.cosine(row, row)).isCloseTo(1, within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
    void aRowWithoutADirectionHasNone(float norm) {
        Directions directions = new Directions(2);
        assertThat(directions.has(0)).isFalse();
        directions.set(5000, new float[] {3, 4}, 0, 5);
        assertThat(directions.has(5000)).isTrue();
        assertThat(directions.end()).isEqualTo(5001);

        directions.set(5000, new float[] {3, 4}, 0, norm);
        assertThat(directions.has(5000)).isFalse();
        assertThat(directions.end()).isZero();
    }
}
