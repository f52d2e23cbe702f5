package akin.tools.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks at round times (UTC) of an axis in epoch milliseconds. */
final class TimeTicks {
    private static final int MOST = 8;
    private static final DateTimeFormatter DAY = format("d MMM yyyy");

    private static final List<Step> STEPS = List.of(
            new Step(1, ChronoUnit.SECONDS, "HH:mm:ss"),
            new Step(5, ChronoUnit.SECONDS, "HH:mm:ss"),
            new Step(15, ChronoUnit.SECONDS, "HH:mm:ss"),
            new Step(1, ChronoUnit.MINUTES, "HH:mm"),
            new Step(2, ChronoUnit.MINUTES, "HH:mm"),
            new Step(5, ChronoUnit.MINUTES, "HH:mm"),
            new Step(15, ChronoUnit.MINUTES, "HH:mm"),
            new Step(30, ChronoUnit.MINUTES, "HH:mm"),
            new Step(1, ChronoUnit.HOURS, "HH:mm"),
            new Step(3, ChronoUnit.HOURS, "d MMM HH:mm"),
            new Step(6, ChronoUnit.HOURS, "d MMM HH:mm"),
            new Step(12, ChronoUnit.HOURS, "d MMM HH:mm"),
            new Step(1, ChronoUnit.DAYS, "d MMM"),
            new Step(2, ChronoUnit.DAYS, "d MMM"),
            new Step(7, ChronoUnit.DAYS, "d MMM"),
            new Step(14, ChronoUnit.DAYS, "d MMM"),
            new Step(1, ChronoUnit.MONTHS, "MMM yyyy"),
            new Step(3, ChronoUnit.MONTHS, "MMM yyyy"),
            new Step(1, ChronoUnit.YEARS, "yyyy"),
            new Step(5, ChronoUnit.YEARS, "yyyy"),
            new Step(20, ChronoUnit.YEARS, "yyyy"));

    private TimeTicks() {}

    private record Step(int n, ChronoUnit unit, String pattern) {
        double millis() {
            return n * (double) unit.getDuration().toMillis();
        }

        /** Seconds to days count from the epoch; months and years are those of the calendar. */
        ZonedDateTime before(double millis) {
            if (unit.compareTo(ChronoUnit.MONTHS) < 0) {
                return time(Math.floor(millis / millis()) * millis());
            }
            ZonedDateTime year = time(millis).truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            return unit == ChronoUnit.MONTHS ? year : year.withYear(Math.floorDiv(year.getYear(), n) * n);
        }
    }

    static Scale.Tick[] over(Scale scale) {
        Step step = STEPS.stream()
                .filter(each -> (scale.to() - scale.from()) / each.millis() <= MOST)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        DateTimeFormatter format = format(step.pattern());
        List<Scale.Tick> ticks = new ArrayList<>();
        for (ZonedDateTime at = step.before(scale.from()); ; at = at.plus(step.n(), step.unit())) {
            double millis = at.toInstant().toEpochMilli();
            if (millis > scale.to()) {
                return ticks.toArray(Scale.Tick[]::new);
            }
            if (millis >= scale.from()) {
                ticks.add(new Scale.Tick(millis, format.format(at)));
            }
        }
    }

    /** The days that an axis is over. */
    static String days(Scale scale) {
        String first = DAY.format(time(scale.from()));
        String last = DAY.format(time(scale.to()));
        return first.equals(last) ? first : first + " to " + last;
    }

    private static ZonedDateTime time(double millis) {
        return Instant.ofEpochMilli((long) millis).atZone(ZoneOffset.UTC);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
