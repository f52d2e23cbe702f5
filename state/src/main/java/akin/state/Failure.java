package akin.state;

/** Finds in a failure the cause, past the way it took through Flink. */
public final class Failure {
    private Failure() {}

    /** Returns the message of the first cause that is not a wrapping of Flink's or of a future. */
    public static String reason(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && isWrapping(at)) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.toString() : at.getMessage();
    }

    private static boolean isWrapping(Throwable failure) {
        String type = failure.getClass().getName();
        return type.startsWith("org.apache.flink.")
                || type.startsWith("java.util.concurrent.")
                || failure.getMessage() == null
                || failure.getMessage().equals(failure.getCause().toString());
    }
}
