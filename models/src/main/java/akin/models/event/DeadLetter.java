package akin.models.event;

/**
 * A message that could not be used, kept as it came.
 *
 * @param origin where it came from: {@code topic/partition@offset} or {@code file:line}
 * @param reason what is wrong with it
 * @param text the message itself, cut to a readable length
 */
public record DeadLetter(String origin, String reason, String text) {
    private static final int LONGEST_TEXT = 4096;

    /** Cuts the text, so that one huge message can't flood the dead letters. */
    public static DeadLetter of(String origin, String reason, String text) {
        String shown = text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT) + "… (" + text.length() + " characters)";
        return new DeadLetter(origin, reason, shown);
    }
}
