package akin.similar.siamese;

import akin.models.kernel.Matrix;
import akin.models.layers.Activation;
import akin.models.layers.BatchNorm;
import akin.models.layers.Dropout;
import akin.models.layers.Layer;
import akin.models.layers.Linear;
import akin.models.layers.Parameters;
import akin.models.layers.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * Fully connected layers, each with batch normalisation and ReLU: equation 1 of the product-similarity-service paper. Its
 * input is not learned, so that nobody asks for the gradient by it.
 */
final class Tower {
    private final List<BatchNorm> norms = new ArrayList<>();
    private final List<Dropout> dropouts = new ArrayList<>();
    private final Linear first;
    private final Sequential rest;

    /**
     * @param settings with one layer at least
     */
    Tower(Parameters parameters, int inputs, SiameseSettings settings) {
        List<Integer> widths = settings.layers();
        List<Layer> layers = new ArrayList<>();
        first = new Linear(parameters, "layer.1", inputs, widths.get(0));
        for (int n = 1; n <= widths.size(); n++) {
            if (n > 1) {
                layers.add(dropout(n, settings));
                layers.add(new Linear(parameters, "layer." + n, widths.get(n - 2), widths.get(n - 1)));
            } else {
                dropout(n, settings);
            }
            BatchNorm norm = new BatchNorm(parameters, "norm." + n, widths.get(n - 1));
            norms.add(norm);
            layers.add(norm);
            layers.add(Activation.relu());
        }
        rest = new Sequential(layers.toArray(Layer[]::new));
    }

    private Dropout dropout(int n, SiameseSettings settings) {
        Dropout dropout = new Dropout("dropout." + n, (float) settings.dropout(), settings.seed());
        dropouts.add(dropout);
        return dropout;
    }

    /** Learns batch number {@code batch} from now on. */
    void start(long batch) {
        norms.forEach(BatchNorm::start);
        dropouts.forEach(dropout -> dropout.start(batch));
    }

    /** Is in use from now on. */
    void stop() {
        norms.forEach(BatchNorm::stop);
        dropouts.forEach(Dropout::stop);
    }

    Matrix forward(Matrix input) {
        return rest.forward(first.forward(dropouts.get(0).forward(input)));
    }

    /** Adds to the gradients of the parameters. */
    void differentiate(Matrix gradient) {
        first.differentiate(rest.backward(gradient));
    }
}
