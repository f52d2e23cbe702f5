package akin.models.event;

/**
 * Says what may be an id: of a user, an item, a session, an event or a category. Whatever reads messages refuses other
 * ids, so that whatever writes, hashes or prints ids can handle them all.
 */
public final class Ids {
    /** Greatest length in UTF-16 units. */
    public static final int LONGEST = 256;

    /** What {@link #isValid} allows, in words. */
    public static final String ALLOWED =
            "a text of 1 to " + LONGEST + " characters that is not blank and has no control characters";

    private Ids() {}

    public static boolean isValid(String text) {
        return text != null
                && text.length() <= LONGEST
                && !text.isBlank()
                && isWellFormed(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Returns whether a text has no half of a surrogate pair, which would be another text after a trip through UTF-8. */
    public static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isSurrogate(unit)) {
                boolean isPair = at + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(at + 1));
                if (!isPair) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }
}
