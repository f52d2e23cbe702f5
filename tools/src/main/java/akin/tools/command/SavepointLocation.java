package akin.tools.command;

import akin.jobs.Location;
import picocli.CommandLine;

/** Where a savepoint lies, as Flink wants it. */
final class SavepointLocation implements CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String text) {
        return Location.of(text);
    }
}
