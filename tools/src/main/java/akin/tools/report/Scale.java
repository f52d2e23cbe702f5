package akin.tools.report;

import java.util.Locale;

/** Maps values to pixels along a straight axis. */
record Scale(double from, double to, double start, double end) {
    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** A place with a mark on an axis. */
    record Tick(double value, String label) {}

    /** Ticks at round values, some {@code count} of them; values times {@code factor} are shown. */
    Tick[] ticks(int count, double factor, String unit) {
        double step = step(from * factor, to * factor, count);
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        long first = (long) Math.ceil(from * factor / step - 1e-9);
        long last = (long) Math.floor(to * factor / step + 1e-9);
        Tick[] ticks = new Tick[(int) (last - first + 1)];
        for (int i = 0; i < ticks.length; i++) {
            double shown = (first + i) * step;
            ticks[i] = new Tick(shown / factor, String.format(Locale.ROOT, "%." + decimals + "f%s", shown, unit));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double from, double to, int count) {
        double rough = (to - from) / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    /** The same from a round value to a round value. */
    Scale rounded(int count) {
        double step = step(from, to, count);
        return new Scale(Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, start, end);
    }

    /** From the least to the greatest value, with some room where these are equal. */
    static Scale over(double least, double greatest, double start, double end) {
        double room = greatest > least ? 0 : Math.max(1e-6, Math.abs(least) * 0.1);
        return new Scale(least - room, greatest + room, start, end);
    }
}
