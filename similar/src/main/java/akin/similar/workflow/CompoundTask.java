package akin.similar.workflow;

import akin.models.kernel.Kernels;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the compound embedding of an application: the vectors of its inputs, each of length 1 times the root of its weight,
 * one after the other, and all of it of length 1. What a product lacks is zeros.
 */
record CompoundTask(List<Input> inputs) implements PartTask {
    /** A feature's folder and its weight. */
    record Input(String folder, double weight) implements Serializable {}

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Vectors> all = new ArrayList<>();
        int dimensions = 0;
        for (Input input : inputs) {
            Vectors vectors = VectorFile.read(new PartFolder(Path.of(input.folder())).file(part, "vec"));
            all.add(vectors);
            dimensions += vectors.dimensions();
        }
        Vectors compound = new Vectors(all.get(0).rows(), dimensions);
        for (int row = 0; row < compound.rows(); row++) {
            float[] joined = join(all, row, dimensions);
            if (joined == null) {
                counts.add("without", 1);
            } else {
                compound.put(row, joined);
            }
        }
        counts.add("rows", compound.rows());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            VectorFile.write(compound, out);
        }
    }

    /** Returns null for a product that has no input. */
    private float[] join(List<Vectors> all, int row, int dimensions) {
        float[] joined = new float[dimensions];
        double weights = 0;
        int at = 0;
        for (int input = 0; input < all.size(); input++) {
            Vectors vectors = all.get(input);
            int n = vectors.dimensions();
            if (vectors.has(row)) {
                double weight = inputs.get(input).weight();
                float norm = (float) Math.sqrt(Kernels.squaredNorm(vectors.values(), vectors.offset(row), n));
                Kernels.axpy((float) Math.sqrt(weight) / norm, vectors.values(), vectors.offset(row), joined, at, n);
                weights += weight;
            }
            at += n;
        }
        if (weights <= 0) {
            return null;
        }
        Kernels.scale((float) (1 / Math.sqrt(weights)), joined, 0, dimensions);
        return joined;
    }

    @Override
    public String ending() {
        return "vec";
    }
}
