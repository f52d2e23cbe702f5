package akin.similar.training;

import akin.models.kernel.Matrix;
import akin.similar.compound.Compounds;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.siamese.LearnedNet;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Embeds products by the net of an application, and brings the embeddings to length 1. A product without a compound embedding
 * has none.
 *
 * @param net its file
 * @param compound folder of the compound embeddings
 */
public record SiameseTask(String net, String compound) implements PartTask {
    private static final int BATCH = 1024;

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        LearnedNet learned = LearnedNet.read(Path.of(net));
        Vectors from = VectorFile.read(new PartFolder(Path.of(compound)).file(part, "vec"));
        Vectors to = new Vectors(from.rows(), learned.width());
        int[] rows = new int[BATCH];
        int n = 0;
        for (int row = 0; row < from.rows(); row++) {
            if (from.has(row)) {
                rows[n++] = row;
            }
            if (n == BATCH || row + 1 == from.rows()) {
                embed(learned, from, Arrays.copyOf(rows, n), to);
                n = 0;
            }
        }
        counts.add("rows", to.rows());
        counts.add("without", to.rows() - to.present());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            VectorFile.write(to, out);
        }
    }

    private static void embed(LearnedNet learned, Vectors from, int[] rows, Vectors to) {
        Matrix some = new Matrix();
        some.resize(rows.length, from.dimensions());
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(from.values(), from.offset(rows[i]), some.values(), some.offset(i), from.dimensions());
        }
        Matrix embedded = learned.embed(Compounds.of(learned.layout(), some).rows());
        for (int i = 0; i < rows.length; i++) {
            int at = embedded.offset(i);
            Compounds.normalise(embedded.values(), at, learned.width());
            to.put(rows[i], Arrays.copyOfRange(embedded.values(), at, at + learned.width()));
        }
    }

    @Override
    public String ending() {
        return "vec";
    }
}
