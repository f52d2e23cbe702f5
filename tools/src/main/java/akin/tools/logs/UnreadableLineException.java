package akin.tools.logs;

/** Why a line can't be used. */
final class UnreadableLineException extends RuntimeException {
    UnreadableLineException(String reason) {
        super(reason, null, false, false);
    }
}
