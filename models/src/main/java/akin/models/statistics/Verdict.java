package akin.models.statistics;

import java.util.Locale;

/** What can be said of a treatment by a metric; the codes are persisted. */
public enum Verdict {
    NOT_YET(0),
    BETTER(1),
    WORSE(2),
    INVALID(3),
    /** Of a guardrail: the loss is less than the margin. */
    HELD(4),
    /** Of a guardrail: the loss is more than the margin. */
    BROKEN(5);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Returns the verdict that was persisted as a number. */
    public static Verdict ofCode(int code) {
        for (Verdict verdict : values()) {
            if (verdict.code == code) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("verdict " + code + " is not known to this build");
    }

    /** Returns the name in messages, such as {@code not yet}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
