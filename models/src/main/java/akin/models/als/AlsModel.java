package akin.models.als;

import akin.models.kernel.Matrix;
import java.util.List;

/**
 * Vectors whose inner product is the preference of a row for a column.
 *
 * @param rows one vector per row, of zeros where it has no interactions
 * @param columns one vector per column
 * @param losses after each half-round
 */
public record AlsModel(Matrix rows, Matrix columns, List<Double> losses) {}
