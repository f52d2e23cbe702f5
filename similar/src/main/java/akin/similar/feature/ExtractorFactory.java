package akin.similar.feature;

import java.io.IOException;
import java.io.Serializable;

/** Opens an extractor where it is used; sent there. */
@FunctionalInterface
public interface ExtractorFactory extends Serializable {
    Extractor open() throws IOException;
}
