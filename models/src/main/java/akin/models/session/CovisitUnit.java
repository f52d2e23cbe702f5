package akin.models.session;

/** Whose distinct items make pairs: all of a user's remembered history, or one session's. */
public enum CovisitUnit {
    USER,
    SESSION
}
