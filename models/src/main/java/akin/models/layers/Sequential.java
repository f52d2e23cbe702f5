package akin.models.layers;

import akin.models.kernel.Matrix;
import java.util.List;

/** Layers one after the other. */
public final class Sequential implements Layer {
    private final List<Layer> layers;

    public Sequential(Layer... layers) {
        this.layers = List.of(layers);
    }

    @Override
    public Matrix forward(Matrix input) {
        Matrix output = input;
        for (Layer layer : layers) {
            output = layer.forward(output);
        }
        return output;
    }

    @Override
    public Matrix backward(Matrix gradient) {
        Matrix before = gradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            before = layers.get(i).backward(before);
        }
        return before;
    }
}
