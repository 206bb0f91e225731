package studio.selfsame.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./selfsame bench} is asked.
 *
 * @param quick a representative part within a minute
 * @param only parts by name, all of them where empty
 * @param clips at most so many
 * @param out folder for what is more than a table, and from which a later run goes on
 * @param footage folder with more clips to measure on
 * @param renders folder with videos that were drawn here
 * @param again measures anew what is there already
 */
record BenchOptions(
        String name,
        boolean quick,
        boolean json,
        List<String> only,
        int clips,
        Optional<Path> out,
        boolean again,
        Optional<Path> footage,
        Optional<Path> renders) {
    static final String FORM = "./selfsame bench NAME [--quick] [--json]"
            + " (watermark also: [--only V3,A1,speed,…] [--clips N] [--out DIR [--again]];"
            + " likeness: [--only ada,grid,…] [--footage DIR] [--out DIR];"
            + " forensics: [--footage DIR] [--renders DIR] [--clips N] [--out DIR])";

    /** Null where the arguments are not of this {@link #FORM}. */
    static @Nullable BenchOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        List<String> names = new ArrayList<>();
        boolean quick = false;
        boolean json = false;
        List<String> only = List.of();
        int clips = Integer.MAX_VALUE;
        Optional<Path> out = Optional.empty();
        boolean again = false;
        Optional<Path> footage = Optional.empty();
        Optional<Path> renders = Optional.empty();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (List.of("--only", "--clips", "--out", "--footage", "--renders").contains(word) && rest.isEmpty()) {
                return null;
            }
            switch (word) {
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                case "--only" -> only = List.of(rest.pop().split(","));
                case "--clips" -> {
                    String number = rest.pop();
                    if (!number.matches("[1-9][0-9]{0,3}")) {
                        return null;
                    }
                    clips = Integer.parseInt(number);
                }
                case "--out" -> out = Optional.of(Path.of(rest.pop()));
                case "--footage" -> footage = Optional.of(Path.of(rest.pop()));
                case "--renders" -> renders = Optional.of(Path.of(rest.pop()));
                case "--again" -> again = true;
                default -> names.add(word);
            }
        }
        return names.size() == 1 && !names.getFirst().startsWith("-")
                ? new BenchOptions(names.getFirst(), quick, json, only, clips, out, again, footage, renders)
                : null;
    }

    /** Whether nothing but speed of measuring and form of the answer is asked for. */
    boolean whole() {
        return only.isEmpty()
                && clips == Integer.MAX_VALUE
                && out.isEmpty()
                && !again
                && footage.isEmpty()
                && renders.isEmpty();
    }
}
