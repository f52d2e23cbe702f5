package akin.similar.siamese;

import akin.models.kernel.Matrix;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.similar.compound.Block;
import akin.similar.compound.Layout;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A net that was learned, with the layout of what it takes. As a file, big-endian: magic and version; the blocks; the widths
 * of the layers; the pages of the parameters.
 */
public final class LearnedNet {
    private static final int MAGIC = 0x414B534E;
    private static final int VERSION = 1;

    private final Layout layout;
    private final List<Integer> layers;
    private final Snapshot parameters;
    private final SiameseNet net;

    /**
     * @param learned holds the parameters, and may hold other tables
     */
    LearnedNet(Layout layout, List<Integer> layers, Snapshot learned) {
        this.layout = layout;
        this.layers = layers;
        SiameseSettings shape = SiameseSettings.DEFAULT.withLayers(layers);
        Memory memory = new Memory();
        Parameters worth = SiameseNet.worthParameters(memory, shape);
        Parameters tower = SiameseNet.towerParameters(memory, shape);
        net = new SiameseNet(worth, tower, layout, shape);
        parameters = learned.knownTo(memory);
        parameters.restore(memory);
        worth.loaded();
        tower.loaded();
    }

    public Layout layout() {
        return layout;
    }

    /** Floats per embedding. */
    public int width() {
        return net.width();
    }

    /** Embeds rows of {@link akin.similar.compound.Compounds}; of one thread. */
    public Matrix embed(Matrix compounds) {
        return net.embed(compounds);
    }

    /** Returns how much of a squared distance each block makes, by its name. */
    public Map<String, Double> worth() {
        Map<String, Double> byBlock = new TreeMap<>();
        for (int b = 0; b < layout.blocks().size(); b++) {
            byBlock.put(layout.blocks().get(b).name(), net.worth(b));
        }
        return byBlock;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(layout.blocks().size());
        for (Block block : layout.blocks()) {
            out.writeUTF(block.input());
            out.writeUTF(block.part());
            out.writeInt(block.offset());
            out.writeInt(block.width());
        }
        out.writeInt(layers.size());
        for (int width : layers) {
            out.writeInt(width);
        }
        parameters.write(out);
    }

    public static LearnedNet read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no net");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " has version " + version + ", this build reads " + VERSION);
            }
            List<Block> blocks = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                blocks.add(new Block(in.readUTF(), in.readUTF(), in.readInt(), in.readInt()));
            }
            List<Integer> layers = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                layers.add(in.readInt());
            }
            return new LearnedNet(new Layout(blocks), layers, Snapshot.read(in));
        } catch (EOFException e) {
            throw new IOException(file + " ends too early", e);
        }
    }
}
