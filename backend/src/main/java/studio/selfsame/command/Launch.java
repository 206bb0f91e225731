package studio.selfsame.command;

import java.util.ArrayList;
import java.util.List;

/** Where every process of the studio begins. */
public final class Launch {
    private static final int MISUSED = 64;
    private static final int FAILED = 3;
    private static final List<Command> COMMANDS = List.of(
            new DemoCommand(),
            new Up(),
            new Inspect(),
            new Watermark(),
            new Policy(),
            new Consent(),
            new Retention(),
            new Audit(),
            new BenchCommand(),
            new Keys(),
            new Worker());

    private Launch() {}

    public static void main(String[] arguments) {
        var code = run(List.of(arguments));
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(List<String> arguments) {
        var name = arguments.isEmpty() ? "--help" : arguments.getFirst();
        if (name.equals("--help") || name.equals("help")) {
            System.out.print(help());
            return 0;
        }
        for (var command : COMMANDS) {
            if (command.name().equals(name)) {
                return run(command, arguments.subList(1, arguments.size()));
            }
        }
        System.err.println("There is no command `" + name + "`.\n\n" + help());
        return MISUSED;
    }

    private static int run(Command command, List<String> arguments) {
        try {
            return command.run(arguments);
        } catch (Exception e) {
            var problem = Told.behind(e);
            if (problem == null) {
                e.printStackTrace();
            } else {
                Told.problem(problem);
            }
            return FAILED;
        }
    }

    private static String help() {
        var lines = new ArrayList<String>();
        lines.add("Usage: ./selfsame COMMAND [OPTIONS]");
        lines.add("");
        COMMANDS.forEach(command -> lines.add("  %-10s %s".formatted(command.name(), command.summary())));
        lines.add("");
        return String.join("\n", lines);
    }
}
