package akin.models.layers;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import akin.models.memory.Vectors;
import akin.models.random.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dense parameters of one network, in pages. A parameter is found by its name, wherever it lies: so a network that
 * gains, loses or reorders parameters reads what an earlier one remembers, and starts the new ones.
 *
 * <ul>
 *   <li>{@code NAME.parameters}, floats: blocks of {@value #BLOCK} values, parameter after parameter
 *   <li>{@code NAME.directory}, ints: per parameter a hash of its name (long), its first block, rows, columns; in row 0
 *       the number of parameters and of blocks
 * </ul>
 */
public final class Parameters {
    static final int BLOCK = 64;

    private static final long NAMES = 0x4E414D45;
    private static final int NAME = 0;
    private static final int FIRST_BLOCK = 2;
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final int COUNT = 0;
    private static final int BLOCKS = 1;

    private final String network;
    private final long seed;
    private final Setting[] shapedBy;
    private final Table directory;
    private final Vectors blocks;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Initial> initials = new ArrayList<>();
    /** The row of each parameter in the directory. */
    private final List<Integer> entries = new ArrayList<>();

    /**
     * @param shapedBy settings under which parameters have their shapes: under others the network is learned anew
     */
    public Parameters(Memory memory, String network, long seed, Setting... shapedBy) {
        this.network = network;
        this.seed = seed;
        this.shapedBy = shapedBy;
        directory = memory.table(network + ".directory", COLUMNS + 1, shapedBy);
        blocks = memory.vectors(network + ".parameters", BLOCK, shapedBy);
        directory.ensure(0);
    }

    String network() {
        return network;
    }

    Setting[] shapedBy() {
        return shapedBy;
    }

    /** Adds a parameter; names are unique within the network. */
    public Parameter add(String name, int rows, int columns, Initial initial) {
        if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
            throw new IllegalArgumentException(network + " has two parameters '" + name + "'");
        }
        Parameter parameter = new Parameter(name, rows, columns);
        parameters.add(parameter);
        initials.add(initial);
        entries.add(0);
        place(parameters.size() - 1);
        return parameter;
    }

    /** Reads the parameters, after memory was loaded. */
    public void loaded() {
        for (int n = 0; n < parameters.size(); n++) {
            place(n);
        }
    }

    private void place(int n) {
        Parameter parameter = parameters.get(n);
        int entry = find(parameter);
        if (entry > 0) {
            check(parameter, entry);
            entries.set(n, entry);
            read(parameter, directory.getInt(entry, FIRST_BLOCK));
        } else {
            entries.set(n, append(parameter));
            initials.get(n).fill(parameter.values(), Hash.seed(seed, network + "." + parameter.name()));
            write(n);
        }
    }

    private int find(Parameter parameter) {
        long name = Hash.seed(NAMES, parameter.name());
        int entry = directory.getInt(0, COUNT);
        while (entry > 0 && directory.getLong(entry, NAME) != name) {
            entry--;
        }
        return entry;
    }

    private void check(Parameter parameter, int entry) {
        String saved = directory.getInt(entry, ROWS) + "×" + directory.getInt(entry, COLUMNS);
        if (!saved.equals(parameter.shape())) {
            throw new IllegalStateException("parameter '" + parameter.name() + "' of " + network + " is " + saved
                    + " in the savepoint, here it is " + parameter.shape() + ": a setting that shapes it has changed");
        }
    }

    private int append(Parameter parameter) {
        int entry = directory.getInt(0, COUNT) + 1;
        int first = directory.getInt(0, BLOCKS);
        directory.ensure(entry);
        directory.setLong(entry, NAME, Hash.seed(NAMES, parameter.name()));
        directory.setInt(entry, FIRST_BLOCK, first);
        directory.setInt(entry, ROWS, parameter.values().rows());
        directory.setInt(entry, COLUMNS, parameter.values().columns());
        directory.setInt(0, COUNT, entry);
        directory.setInt(0, BLOCKS, first + blocks(parameter.size()));
        return entry;
    }

    /** Returns the values of all parameters, to go back to by {@link #setValues}. */
    public float[][] copyValues() {
        return parameters.stream()
                .map(parameter -> Arrays.copyOf(parameter.values().values(), parameter.size()))
                .toArray(float[][]::new);
    }

    /** Sets the values of all parameters to what {@link #copyValues} returned. */
    public void setValues(float[][] values) {
        for (int n = 0; n < parameters.size(); n++) {
            System.arraycopy(values[n], 0, parameters.get(n).values().values(), 0, values[n].length);
            write(n);
        }
    }

    private static int blocks(int size) {
        return (size + BLOCK - 1) / BLOCK;
    }

    private void read(Parameter parameter, int first) {
        for (int at = 0, block = first; at < parameter.size(); at += BLOCK, block++) {
            int n = Math.min(BLOCK, parameter.size() - at);
            System.arraycopy(
                    blocks.page(block), blocks.offset(block), parameter.values().values(), at, n);
        }
    }

    /** Writes the values of the n-th parameter to its pages. */
    void write(int n) {
        Parameter parameter = parameters.get(n);
        int block = firstBlock(n);
        for (int at = 0; at < parameter.size(); at += BLOCK, block++) {
            blocks.ensure(block);
            int length = Math.min(BLOCK, parameter.size() - at);
            System.arraycopy(parameter.values().values(), at, blocks.writable(block), blocks.offset(block), length);
        }
    }

    int size() {
        return parameters.size();
    }

    Parameter get(int n) {
        return parameters.get(n);
    }

    /** A number that the n-th parameter has for ever, from 1 on. */
    int entry(int n) {
        return entries.get(n);
    }

    int firstBlock(int n) {
        return directory.getInt(entry(n), FIRST_BLOCK);
    }
}
