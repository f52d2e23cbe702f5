package akin.models.encoder;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Segments;

/** Moves rows between matrices with a row per item and those with a row per session. */
final class Rows {
    private Rows() {}

    /** Gathers the last row of each session. */
    static void last(Matrix from, Segments sessions, Matrix into) {
        into.resize(sessions.size(), from.columns());
        for (int session = 0; session < sessions.size(); session++) {
            int at = from.offset(sessions.end(session) - 1);
            System.arraycopy(from.values(), at, into.values(), into.offset(session), from.columns());
        }
    }

    /** Adds a row per session to the last rows. */
    static void addToLast(Matrix from, Segments sessions, Matrix to) {
        for (int session = 0; session < sessions.size(); session++) {
            add(1, from, session, to, sessions.end(session) - 1);
        }
    }

    /** Takes the mean of each session's rows. */
    static void mean(Matrix from, Segments sessions, Matrix into) {
        into.zero(sessions.size(), from.columns());
        for (int session = 0; session < sessions.size(); session++) {
            for (int row = sessions.start(session); row < sessions.end(session); row++) {
                add(1f / sessions.length(session), from, row, into, session);
            }
        }
    }

    /** Adds the gradient by the mean to each of a session's rows. */
    static void addToMean(Matrix from, Segments sessions, Matrix to) {
        for (int session = 0; session < sessions.size(); session++) {
            for (int row = sessions.start(session); row < sessions.end(session); row++) {
                add(1f / sessions.length(session), from, session, to, row);
            }
        }
    }

    /** {@code to += alpha from}, row by row. */
    static void add(float alpha, Matrix from, Matrix to) {
        Kernels.axpy(alpha, from.values(), 0, to.values(), 0, from.rows() * from.columns());
    }

    private static void add(float alpha, Matrix from, int row, Matrix to, int toRow) {
        Kernels.axpy(alpha, from.values(), from.offset(row), to.values(), to.offset(toRow), from.columns());
    }
}
