package akin.jobs;

/** Says which argument is wrong, and what is allowed. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message + "; see akin run --help");
    }
}
