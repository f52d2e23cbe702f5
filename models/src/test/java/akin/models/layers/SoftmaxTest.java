package akin.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void isAProbability() {
        float[] x = {9, 1, 2, 3, 9};
        double logSum = Softmax.apply(x, 1, 3);

        double sum = Math.exp(1) + Math.exp(2) + Math.exp(3);
        assertThat(x[1]).isCloseTo((float) (Math.exp(1) / sum), within(1e-6f));
        assertThat(x[3]).isCloseTo((float) (Math.exp(3) / sum), within(1e-6f));
        assertThat(logSum).isCloseTo(Math.log(sum), within(1e-6));
        assertThat(x[0]).isEqualTo(9);
        assertThat(x[4]).isEqualTo(9);
    }

    @Test
    void crossEntropyHasTheGradientOfFiniteDifferences() {
        Matrix logits = Gradients.random(1, 9, 1);
        Matrix gradient = Gradients.copy(logits);
        double loss = Softmax.crossEntropy(gradient.values(), 2, 5, 3);

        assertThat(loss).isEqualTo(loss(logits));
        Matrix part = new Matrix();
        part.zero(1, 9);
        System.arraycopy(gradient.values(), 2, part.values(), 2, 5);
        Gradients.check("logits", logits, part, () -> loss(logits));
    }

    private static double loss(Matrix logits) {
        return Softmax.crossEntropy(logits.values().clone(), 2, 5, 3);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        float[] x = {1e30f, -1e30f, Float.NEGATIVE_INFINITY};

        assertThat(Softmax.crossEntropy(x, 0, 3, 0)).isZero();
        assertThat(x).containsExactly(0, 0, 0);
    }
}
