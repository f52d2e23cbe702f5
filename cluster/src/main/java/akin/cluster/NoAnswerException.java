package akin.cluster;

import java.io.IOException;

/** There is no JobManager that answers, now. */
public final class NoAnswerException extends IOException {
    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
