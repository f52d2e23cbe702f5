package akin.tools.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as logs write them, taken as UTC. */
final class Times {
    private Times() {}

    /** {@code 2018-03-01 00:00:06}, with or without {@code UTC} behind it. */
    static long dateAndTime(String column, String text) {
        try {
            String iso = text.replace(" UTC", "").replace(' ', 'T');
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            throw wrong(column, text, "a time such as 2018-03-01 00:00:06");
        }
    }

    static long instant(String column, String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw wrong(column, text, "a time such as 2014-04-07T10:51:09.277Z");
        }
    }

    static long date(String column, String text) {
        try {
            return LocalDate.parse(text)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw wrong(column, text, "a date such as 2016-05-09");
        }
    }

    static UnreadableLineException wrong(String column, String text, String allowed) {
        return new UnreadableLineException(column + " is " + text + ", allowed is " + allowed);
    }
}
