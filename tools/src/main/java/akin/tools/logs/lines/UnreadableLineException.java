package akin.tools.logs.lines;

/** Says why a line can't be used. Carries no stack: refusing is an everyday matter. */
public final class UnreadableLineException extends RuntimeException {
    public UnreadableLineException(String reason) {
        super(reason, null, false, false);
    }

    /** Names the column, what it holds and what is allowed. */
    public static UnreadableLineException wrong(String column, String text, String allowed) {
        return new UnreadableLineException(column + " is " + text + ", allowed is " + allowed);
    }
}
