package akin.similar.siamese;

import akin.models.kernel.Matrix;
import akin.models.memory.Memory;
import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.pairs.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Learns product embeddings from pairs, and ends when validation gets no better. */
public final class Siamese {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    private final SiameseSettings settings;
    private final Compounds compounds;
    private final Sides sides;
    private List<Epoch> curve = List.of();
    private Map<String, Double> worth = Map.of();
    private double crowdingShare;
    private double validated = -1;

    public Siamese(SiameseSettings settings, Compounds compounds, Sides sides) {
        this.settings = settings;
        this.compounds = compounds;
        this.sides = sides;
    }

    /**
     * Learns, and embeds all products by the net of the best epoch.
     *
     * @param kept where to keep how far learning is, or null; a run that was killed goes on from there
     */
    public Embeddings learn(List<Task> tasks, Validation valid, Path kept, Consumer<Epoch> told) throws IOException {
        return embed(learnNet(tasks, valid, kept, told), valid);
    }

    /** Learns likewise, and returns the net of the best epoch. */
    public LearnedNet learnNet(List<Task> tasks, Validation valid, Path kept, Consumer<Epoch> told) throws IOException {
        Training training = new Training(settings, compounds.layout(), compounds.rows(), tasks);
        Matrix validRows = rows(valid.rows());
        ProgressFile file = kept == null ? null : new ProgressFile(kept, fingerprint(tasks, valid, validRows));
        Progress progress = file == null ? null : file.read();
        if (progress == null) {
            progress = new Progress(Snapshot.of(training.memory()));
        } else {
            training.restore(progress.now());
        }
        while (progress.curve().size() < settings.epochs() && progress.since() < settings.patience()) {
            int epoch = progress.curve().size() + 1;
            double loss = training.epoch(epoch);
            double[] figures = valid.measure(training.net().embed(validRows));
            Epoch point = new Epoch(epoch, loss, figures[0], figures.length > 1 ? figures[1] : 0);
            progress.add(point, Snapshot.of(training.memory()));
            told.accept(point);
            if (file != null) {
                file.write(progress);
            }
        }
        curve = progress.curve();
        LearnedNet net = new LearnedNet(compounds.layout(), settings.layers(), progress.best());
        worth = net.worth();
        return net;
    }

    /** A digest of all that the net is a function of. */
    private String fingerprint(List<Task> tasks, Validation valid, Matrix validRows) {
        MessageDigest digest = Memory.sha256();
        // The figures of what is not learned yet stand for the labels.
        String shape = settings + " " + compounds.layout() + " " + tasks + " " + Arrays.toString(valid.rows()) + " "
                + Arrays.toString(valid.measure(validRows));
        digest.update(shape.getBytes(StandardCharsets.UTF_8));
        float[] values = compounds.rows().values();
        ByteBuffer row = ByteBuffer.allocate(compounds.rows().columns() * Float.BYTES);
        for (int at = 0; at < compounds.rows().rows(); at++) {
            row.clear()
                    .asFloatBuffer()
                    .put(values, compounds.rows().offset(at), compounds.rows().columns());
            digest.update(row.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Matrix rows(int[] numbers) {
        Matrix all = compounds.rows();
        Matrix rows = new Matrix();
        rows.resize(numbers.length, all.columns());
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(all.values(), all.offset(numbers[i]), rows.values(), rows.offset(i), all.columns());
        }
        return rows;
    }

    private Embeddings embed(LearnedNet net, Validation valid) {
        Matrix embedded = net.embed(compounds.rows());
        Crowding crowding = Crowding.of(embedded, sides);
        Embeddings best = null;
        for (double share : SHARES) {
            Embeddings embeddings =
                    Embeddings.of(sides.lefts(embedded), sides.rights(embedded), sides.left(), crowding, share);
            double figure = valid.measure(embeddings);
            if (figure > validated) {
                validated = figure;
                crowdingShare = share;
                best = embeddings;
            }
        }
        return best;
    }

    /** Returns what validation said of the embeddings that were chosen. */
    public double validated() {
        return validated;
    }

    public List<Epoch> curve() {
        return curve;
    }

    /** Returns how much of a squared distance each part of an input makes. */
    public Map<String, Double> worth() {
        return worth;
    }

    /** Returns how much being crowded counts, as chosen on validation pairs. */
    public double crowdingShare() {
        return crowdingShare;
    }
}
