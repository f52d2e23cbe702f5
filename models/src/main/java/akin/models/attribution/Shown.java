package akin.models.attribution;

import java.util.Arrays;

/**
 * A list and what came of it; immutable.
 *
 * @param isSeen whether it counts already: it does from the ranking on, or from its impression
 * @param done by place up to the last that anything came of, what came of the item there, as a sum of the flags below
 */
public record Shown(Exposure exposure, boolean isSeen, byte[] done) {
    static final int CLICKED = 1;
    static final int CARTED = 2;
    static final int BOUGHT = 4;

    private static final byte[] NOTHING = {};

    static Shown of(Exposure exposure, boolean isSeen) {
        return new Shown(exposure, isSeen, NOTHING);
    }

    long timestamp() {
        return exposure.timestamp();
    }

    Shown seen() {
        return new Shown(exposure, true, done);
    }

    Shown with(int place, int flag) {
        byte[] after = Arrays.copyOf(done, Math.max(done.length, place + 1));
        after[place] |= (byte) flag;
        return new Shown(exposure, isSeen, after);
    }

    boolean has(int place, int flag) {
        return place < done.length && (done[place] & flag) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown that
                && exposure.equals(that.exposure)
                && isSeen == that.isSeen
                && Arrays.equals(done, that.done);
    }

    @Override
    public int hashCode() {
        return 31 * exposure.hashCode() + Arrays.hashCode(done);
    }

    @Override
    public String toString() {
        return exposure + " " + Arrays.toString(done);
    }
}
