package akin.models.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"i1", "a b", "=1+1", "é中", "whole \ud83d\ude00", "-", "\""})
    void takesIdsOfAnyAlphabet(String id) {
        assertThat(Ids.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "a\nb", "a\u0000", "\u001b[2J", "\u009b", "half \ud83d", "\ude00\ud83d"})
    void refusesWhatCantBeWrittenOrPrinted(String id) {
        assertThat(Ids.isValid(id)).isFalse();
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThat(Ids.isValid(null)).isFalse();
        assertThat(Ids.isValid("x".repeat(256))).isTrue();
        assertThat(Ids.isValid("x".repeat(257))).isFalse();
    }

    @Property(seed = "1")
    void whatIsWellFormedComesBackFromUtf8(@ForAll @StringLength(max = 12) String text) {
        String back = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(Ids.isWellFormed(text)).isEqualTo(back.equals(text));
    }

    @Property(seed = "2")
    void whatIsPrintableHasNoControlCharactersAndComesBack(@ForAll @StringLength(max = 12) String text) {
        String shown = Printable.of(text);

        assertThat(Ids.isWellFormed(shown)).isTrue();
        assertThat(shown.codePoints()).noneMatch(Character::isISOControl);
        assertThat(shown.codePoints()).noneMatch(point -> Character.getType(point) == Character.FORMAT);
    }

    @Test
    void deadLettersAreNeverCutWithinACharacter() {
        DeadLetter letter = DeadLetter.of("o\u001b", "half \ud83d", "x".repeat(4095) + "\ud83d\ude00 and more");

        assertThat(letter.origin()).isEqualTo("o\\u001b");
        assertThat(letter.reason()).isEqualTo("half \\ud83d");
        assertThat(Ids.isWellFormed(letter.text())).isTrue();
        assertThat(letter.text()).startsWith("x".repeat(4095) + "…");
        assertThat(DeadLetter.of("o", "r", "\ud83d{\n}").text()).isEqualTo("\ufffd{\n}");
    }
}
