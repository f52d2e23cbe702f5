package akin.models.embedding;

import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** The gradient of a loss by a table's numbers: by finite differences, and as a step of Adagrad applied it. */
final class Derivatives {
    private static final float STEP = 1e-3f;
    private static final int STATISTICS = 3;

    private Derivatives() {}

    static Vectors vectors(Memory memory, String name) {
        return memory.tables().stream()
                .filter(table -> table.name().equals(name))
                .map(Vectors.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Starts rows 1 to {@code last} and puts their vectors and biases anywhere. */
    static void scatter(Vectors table, int last, Random random) {
        table.ensure(last);
        int columns = table.width() - STATISTICS;
        for (int row = 1; row <= last; row++) {
            for (int column = 0; column < columns; column++) {
                table.set(row, column, (float) random.nextGaussian() / 2);
            }
            table.set(row, columns, 1e-8f);
            table.set(row, columns + 1, 1e-8f);
            table.set(row, columns + 2, (float) length(table, row, columns - 1));
        }
    }

    /** Of the first coordinates of a row. */
    static double length(Vectors table, int row, int coordinates) {
        double sum = 0;
        for (int column = 0; column < coordinates; column++) {
            sum += (double) table.get(row, column) * table.get(row, column);
        }
        return Math.sqrt(sum);
    }

    static float[][] copy(Vectors table, int last) {
        float[][] copy = new float[last + 1][table.width()];
        for (int row = 0; row <= last; row++) {
            for (int column = 0; column < table.width(); column++) {
                copy[row][column] = table.get(row, column);
            }
        }
        return copy;
    }

    /** By central differences, of the first columns of rows 0 to {@code last}. */
    static double[][] numeric(Vectors table, int last, int columns, DoubleSupplier loss) {
        double[][] gradient = new double[last + 1][columns];
        for (int row = 0; row <= last; row++) {
            for (int column = 0; column < columns; column++) {
                float at = table.get(row, column);
                table.set(row, column, at + STEP);
                double above = loss.getAsDouble();
                table.set(row, column, at - STEP);
                double below = loss.getAsDouble();
                table.set(row, column, at);
                gradient[row][column] = (above - below) / ((double) (at + STEP) - (at - STEP));
            }
        }
        return gradient;
    }

    /** Adagrad steps by {@code -rate g / sqrt(a)} and leaves a in the row, so g can be read off the row. */
    static double[][] applied(Vectors table, float[][] before, double rate, int columns) {
        double[][] gradient = new double[before.length][columns];
        int ofVector = table.width() - STATISTICS;
        for (int row = 0; row < before.length; row++) {
            for (int column = 0; column < columns; column++) {
                int accumulator = column < ofVector - 1 ? ofVector : ofVector + 1;
                double step = table.get(row, column) - before[row][column];
                gradient[row][column] = -step / rate * Math.sqrt(table.get(row, accumulator));
            }
        }
        return gradient;
    }

    static double norm(double[][] gradient) {
        double sum = 0;
        for (double[] row : gradient) {
            for (double derivative : row) {
                sum += derivative * derivative;
            }
        }
        return Math.sqrt(sum);
    }
}
