package akin.similar.text;

import java.util.List;

/** Cuts texts into words as {@link View#WORDS} does. */
public final class Words {
    private Words() {}

    public static List<String> of(String text) {
        return Texts.words(Texts.normal(text));
    }
}
