package akin.operators;

import java.util.concurrent.Callable;

/** Reads and writes Flink state from where no checked exception may pass. */
final class StateAccess {
    private StateAccess() {}

    static <T> T of(Callable<T> access) {
        try {
            return access.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("state can't be reached: " + e.getMessage(), e);
        }
    }
}
