package akin.similar.workflow;

import akin.similar.feature.Part;
import akin.similar.files.Manifest;
import java.util.List;

/**
 * A feature whose vectors are made.
 *
 * @param parts of each vector, one after the other
 */
record Feature(Manifest manifest, List<Part> parts) {}
