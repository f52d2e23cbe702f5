package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorsTest {
    private final Vectors vectors = new Vectors("embeddings", 64);

    @Property(tries = 100, seed = "1")
    void behavesLikeAMapAndReadsBackWhatItWrote(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1500) int width,
            @ForAll @IntRange(max = 200) int steps) {
        Vectors table = new Vectors("v", width);
        Vectors copy = new Vectors("v", width);
        Map<Integer, float[]> expected = new HashMap<>();
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            int row = random.nextInt(500);
            int column = random.nextInt(width);
            float value = Float.intBitsToFloat(random.nextInt());
            table.ensure(row);
            if (random.nextInt(10) == 0) {
                table.clear(row);
                expected.put(row, new float[width]);
            } else {
                table.set(row, column, value);
                expected.computeIfAbsent(row, absent -> new float[width])[column] = value;
            }
            if (random.nextInt(20) == 0) {
                table.drainDirty((name, number, page) -> copy.decode(number, page));
            }
        }
        table.drainDirty((name, number, page) -> copy.decode(number, page));

        assertThat(copy.pageCount()).isEqualTo(table.pageCount());
        assertThat(copy.bytes()).isEqualTo(table.bytes());
        expected.forEach((row, numbers) -> {
            int from = copy.offset(row);
            assertThat(Arrays.copyOfRange(copy.page(row), from, from + width)).isEqualTo(numbers);
        });
    }

    @Test
    void writesOnlyPagesThatChanged() {
        vectors.ensure(2000);
        drained();
        vectors.writable(3)[vectors.offset(3) + 63] = 1;
        vectors.set(1999, 0, 1);

        assertThat(vectors.dirtyCount()).isEqualTo(2);
        assertThat(drained()).containsExactly(3 / 16, 1999 / 16);
        assertThat(drained()).isEmpty();
        vectors.clear(40);
        assertThat(drained()).containsExactly(40 / 16);
    }

    @Test
    void writesTheHeaderThenRawBits() {
        vectors.ensure(0);
        vectors.set(1, 2, -2.5f);
        ByteBuffer bytes = ByteBuffer.wrap(vectors.encode(0)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes.limit()).isEqualTo(12 + 4096);
        assertThat(bytes.getInt(0)).isEqualTo(1);
        assertThat(bytes.getInt(4)).isEqualTo(64);
        assertThat(bytes.getInt(12 + (64 + 2) * 4)).isEqualTo(Float.floatToRawIntBits(-2.5f));
    }

    @Test
    void refusesWhatItCannotTrust() {
        vectors.ensure(0);
        byte[] good = vectors.encode(0);
        byte[] damaged = good.clone();
        damaged[100] ^= 1;
        byte[] newer = good.clone();
        newer[0] = 9;

        byte[] resized = good.clone();
        resized[4] = 65;
        byte[] other = new byte[good.length + 4];

        assertThatThrownBy(() -> vectors.decode(17, damaged))
                .hasMessageMatching("table embeddings, page 17: checksum [0-9a-f]{8}, expected [0-9a-f]{8}, "
                        + "the savepoint is damaged");
        assertThatThrownBy(() -> vectors.decode(17, newer))
                .hasMessage("table embeddings, page 17: written with version 9, this build reads up to 1");
        assertThatThrownBy(() -> new Vectors("embeddings", 32).decode(0, good))
                .hasMessage("table embeddings, page 0: rows of 64 floats, here they have 32: "
                        + "a setting that shapes memory has changed");
        assertThatThrownBy(() -> vectors.decode(0, new byte[3]))
                .hasMessage("table embeddings, page 0: cut short at 3 bytes, the savepoint is damaged");
        for (byte[] unfit : new byte[][] {resized, other}) {
            assertThatThrownBy(() -> vectors.decode(0, unfit))
                    .hasMessage("table embeddings, page 0: the header does not fit its " + unfit.length
                            + " bytes, the savepoint is damaged");
        }
    }

    @Property(tries = 200, seed = "2")
    void noFlippedBitIsRead(@ForAll @IntRange(max = 4 * 1024 * 8 + 95) int bit) {
        vectors.ensure(0);
        byte[] page = vectors.encode(0);
        page[bit / 8] ^= (byte) (1 << bit % 8);

        assertThatThrownBy(() -> vectors.decode(0, page)).hasMessageContaining("table embeddings, page 0: ");
    }

    private Set<Integer> drained() {
        Set<Integer> pages = new TreeSet<>();
        vectors.drainDirty((name, number, page) -> pages.add(number));
        return pages;
    }
}
