package akin.similar.settings;

/** Says what is wrong with arguments or configuration, and what is allowed: the command ends with 2. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
