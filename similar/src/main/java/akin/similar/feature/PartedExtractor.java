package akin.similar.feature;

import java.util.List;

/** Makes vectors of several parts. */
public interface PartedExtractor extends Extractor {
    /** The parts, one after the other, whose widths add up to the dimensions. */
    List<Part> parts();

    /** Returns the parts of any extractor: one, where it has no others. */
    static List<Part> parts(Extractor extractor) {
        return extractor instanceof PartedExtractor parted
                ? parted.parts()
                : List.of(new Part("", extractor.dimensions()));
    }
}
