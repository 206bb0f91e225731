package studio.selfsame.command;

import java.util.List;

/** One of the words after {@code ./selfsame}. */
interface Command {
    String name();

    /** One line for {@code --help}. */
    String summary();

    /**
     * Does it.
     *
     * @param arguments what stands after the name
     * @return the exit code; the process stays while something it started runs
     */
    int run(List<String> arguments) throws Exception;
}
