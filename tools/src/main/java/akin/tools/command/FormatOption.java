package akin.tools.command;

import akin.tools.logs.LogFormat;
import akin.tools.logs.LogFormats;
import picocli.CommandLine;

/** How a log is written. */
final class FormatOption {
    @CommandLine.Option(
            names = "--format",
            paramLabel = "NAME",
            required = true,
            description =
                    "events, sessions, uci-clothing, taobao, jdata, rees46, retailrocket, yoochoose or diginetica.")
    private String name;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command;

    LogFormat chosen() {
        try {
            return LogFormats.of(name);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
