package akin.similar.compound;

import java.io.Serializable;

/**
 * Where a part of an input lies in compound embeddings.
 *
 * @param input the extractor's id
 * @param part its name within the input, empty for the only one
 */
public record Block(String input, String part, int offset, int width) implements Serializable {
    /** What it is called in figures. */
    public String name() {
        return part.isEmpty() ? input : input + "." + part;
    }
}
