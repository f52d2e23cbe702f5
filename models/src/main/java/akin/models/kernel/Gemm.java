package akin.models.kernel;

/**
 * Adds products of matrices to a matrix. Each element is summed in the order of the inner dimension, from what it was
 * before, by fused multiply-adds: so its bits are the same in SIMD of any width and in plain Java.
 *
 * <p>An instance holds scratch memory, and is for one thread.
 */
public final class Gemm {
    private static final boolean SIMD = Simd.wanted(System.getProperty("akin.simd", "auto")) && Simd.available();

    /** So many columns are read faster along rows, once transposed, than down. */
    private static final int WIDE = 256;

    private final boolean simd;
    private final GemmBlock block = new GemmBlock();
    private final Matrix transposed = new Matrix();
    private final Matrix lastOfB = new Matrix();
    private final Matrix lastOfC = new Matrix();

    public Gemm() {
        this(SIMD);
    }

    Gemm(boolean simd) {
        this.simd = simd;
    }

    /** {@code C += A B}. */
    public void addAB(Matrix a, Matrix b, Matrix c) {
        check(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
        block.a = a.values();
        block.aRow = a.columns();
        block.aColumn = 1;
        block.inner = a.columns();
        add(b, c);
    }

    /** {@code C += Aᵀ B}. */
    public void addATB(Matrix a, Matrix b, Matrix c) {
        check(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
        if (a.columns() >= WIDE) {
            transposed.transpose(a);
            addAB(transposed, b, c);
            return;
        }
        block.a = a.values();
        block.aRow = 1;
        block.aColumn = a.columns();
        block.inner = a.rows();
        add(b, c);
    }

    /** {@code C += A Bᵀ}. */
    public void addABT(Matrix a, Matrix b, Matrix c) {
        check(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
        transposed.transpose(b);
        addAB(a, transposed, c);
    }

    private static void check(boolean fit, Matrix a, Matrix b, Matrix c) {
        if (!fit) {
            throw new IllegalArgumentException(
                    "a product of " + shape(a) + " and " + shape(b) + " does not fit into " + shape(c));
        }
    }

    private static String shape(Matrix m) {
        return m.rows() + "×" + m.columns();
    }

    private void add(Matrix b, Matrix c) {
        block.b = b.values();
        block.bRow = b.columns();
        block.c = c.values();
        block.cRow = c.columns();
        if (simd) {
            addPanels(c.rows(), c.columns());
        } else {
            block.addPlain(c.rows(), c.columns());
        }
    }

    /** Goes through C in panels of columns as wide as the registers' tile; the last panel is widened by zeros. */
    private void addPanels(int rows, int columns) {
        int panel = SimdGemm.TILE_COLUMNS;
        int last = columns - columns % panel;
        for (int column = 0; column < last; column += panel) {
            addPanel(rows, column, column);
        }
        if (last < columns) {
            addLastPanel(rows, last, columns - last);
        }
    }

    private void addPanel(int rows, int bAt, int cAt) {
        int row = 0;
        for (; row <= rows - SimdGemm.TILE_ROWS; row += SimdGemm.TILE_ROWS) {
            SimdGemm.addFourRows(block, row * block.aRow, bAt, cAt + row * block.cRow);
        }
        for (; row < rows; row++) {
            SimdGemm.addRow(block, row * block.aRow, bAt, cAt + row * block.cRow);
        }
    }

    private void addLastPanel(int rows, int column, int width) {
        float[] c = block.c;
        int cRow = block.cRow;
        widen(block.b, column, block.bRow, width, lastOfB, block.inner);
        widen(c, column, cRow, width, lastOfC, rows);
        block.b = lastOfB.values();
        block.bRow = SimdGemm.TILE_COLUMNS;
        block.c = lastOfC.values();
        block.cRow = SimdGemm.TILE_COLUMNS;
        addPanel(rows, 0, 0);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(block.c, lastOfC.offset(row), c, column + row * cRow, width);
        }
    }

    private static void widen(float[] values, int at, int row, int width, Matrix wide, int rows) {
        wide.zero(rows, SimdGemm.TILE_COLUMNS);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, at + i * row, wide.values(), wide.offset(i), width);
        }
    }
}
