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

    /** Cuts the text, so that one huge message can't flood the dead letters, and makes all parts fit to be written. */
    public static DeadLetter of(String origin, String reason, String text) {
        String shown = text.length() <= LONGEST_TEXT ? text : cut(text) + "… (" + text.length() + " characters)";
        return new DeadLetter(Printable.of(origin), Printable.of(reason), whole(shown));
    }

    private static String cut(String text) {
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    /** Replaces halves of characters, which UTF-8 can't hold. */
    private static String whole(String text) {
        if (Ids.isWellFormed(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
