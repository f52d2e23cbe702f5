package akin.tools.command;

import picocli.CommandLine;

/** Refuses options of a command that are out of their range. */
record OptionRanges(CommandLine.Model.CommandSpec spec) {
    void require(boolean holds, String option, Object value, String allowed) {
        if (!holds) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " is " + value + ", allowed is " + allowed);
        }
    }
}
