package akin.similar.picture;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import akin.similar.files.Digest;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Describes a product's picture by what a network in the ONNX format makes of it. */
public final class NetworkExtractor implements Extractor {
    private final String id;
    private final NetworkSettings settings;
    private final Pictures pictures;
    private final String version;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;
    private final int dimensions;

    public NetworkExtractor(String id, Path model, NetworkSettings settings, Path place) throws IOException {
        this.id = id;
        this.settings = settings;
        if (!Files.isRegularFile(model)) {
            throw new UsageException("features." + id + ".model: there is no network " + model);
        }
        version = "onnx-1-" + Digest.of(model) + "-" + settings;
        pictures = Pictures.open(place, PictureExtractor.MOST_BYTES);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Tasks run side by side already.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.toString(), options);
            input = input();
            dimensions = run(new float[3 * settings.size() * settings.size()]).length;
        } catch (OrtException e) {
            pictures.close();
            throw new UsageException("features." + id + ": the network " + model + " can't be used: " + e.getMessage());
        }
    }

    /** Returns the name of the only input, which has to have the shape of the settings. */
    private String input() throws OrtException {
        if (session.getNumInputs() != 1
                || settings.output() != null && !session.getOutputNames().contains(settings.output())) {
            throw new UsageException("features." + id + ": the network has the inputs " + session.getInputNames()
                    + " and the outputs " + session.getOutputNames() + "; wanted is one input"
                    + (settings.output() == null ? "" : ", and the output " + settings.output()));
        }
        NodeInfo node = session.getInputInfo().values().iterator().next();
        long[] shape = node.getInfo() instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
        boolean fits = shape.length == 4;
        for (int i = 0; fits && i < 4; i++) {
            fits = shape[i] <= 0 || shape[i] == settings.shape()[i];
        }
        if (!fits) {
            throw new UsageException("features." + id + ": the network wants an input of the shape "
                    + Arrays.toString(shape) + ", size and layout make one of " + Arrays.toString(settings.shape()));
        }
        return node.getName();
    }

    private float[] run(float[] values) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), settings.shape());
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor output = (OnnxTensor)
                    (settings.output() == null
                            ? result.get(0)
                            : result.get(settings.output()).orElseThrow());
            FloatBuffer floats = output.getFloatBuffer();
            float[] vector = new float[floats.remaining()];
            floats.get(vector);
            return vector;
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public byte[] content(Product product) throws IOException {
        return product.image() == null ? null : pictures.read(product.image());
    }

    @Override
    public float[] extract(byte[] content) throws IOException {
        Raster picture = Raster.read(content, settings.size(), settings.size(), PictureExtractor.MOST_PIXELS);
        try {
            return picture == null ? null : run(settings.input(picture));
        } catch (OrtException e) {
            throw new IOException("the network of " + id + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
            pictures.close();
        } catch (OrtException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
