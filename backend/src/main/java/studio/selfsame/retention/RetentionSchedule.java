package studio.selfsame.retention;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import studio.selfsame.problem.ProblemException;

/** How long each kind of thing is kept here. */
public final class RetentionSchedule {
    static final String PREFIX = "selfsame.retention";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([dmy])");

    private final Map<RetentionClock, Period> periods;

    private RetentionSchedule(Map<RetentionClock, Period> periods) {
        this.periods = periods;
    }

    /** With nothing configured. */
    public static RetentionSchedule usual() {
        var periods = new EnumMap<RetentionClock, Period>(RetentionClock.class);
        for (var clock : RetentionClock.values()) {
            periods.put(clock, period(clock.usual()));
        }
        return new RetentionSchedule(periods);
    }

    /** @throws ProblemException that names every key that is unknown or has a value that is not allowed */
    static RetentionSchedule of(Binder binder) {
        var schedule = usual();
        var faults = new ArrayList<>(unknown(binder));
        for (var clock : RetentionClock.values()) {
            binder.bind(clock.key(), String.class).ifBound(text -> {
                if (FORM.matcher(text.strip()).matches() && clock.allows(period(text.strip()))) {
                    schedule.periods.put(clock, period(text.strip()));
                } else {
                    faults.add("`" + clock.key() + "` is `" + text + "`; allowed is " + clock.allowed() + ". "
                            + clock.why());
                }
            });
        }
        if (!faults.isEmpty()) {
            throw ProblemException.unusable(
                    "start",
                    String.join(" ", faults),
                    "Nothing was started, and nothing was erased.",
                    "Write a number and d, m or y, e.g. `--" + RetentionClock.RUN_LOGS.key() + "=14d`.");
        }
        return schedule;
    }

    /** How long. */
    public Period period(RetentionClock clock) {
        return Objects.requireNonNull(periods.get(clock), "every clock has a period");
    }

    /** Things whose clock began then or before have been kept long enough. */
    public Instant upTo(RetentionClock clock, Instant now) {
        return RetentionClock.minus(now, period(clock));
    }

    /** When something will have been kept long enough whose clock begins at {@code start}. */
    public Instant ends(RetentionClock clock, Instant start) {
        return RetentionClock.plus(start, period(clock));
    }

    static Period period(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("not a period: `" + text + "`");
        }
        int number = Integer.parseInt(found.group(1));
        return switch (found.group(2)) {
            case "d" -> Period.ofDays(number);
            case "m" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }

    private static List<String> unknown(Binder binder) {
        var known = Arrays.stream(RetentionClock.values())
                .map(clock -> bare(clock.code()))
                .collect(Collectors.toSet());
        var given = binder.bind(PREFIX, Bindable.mapOf(String.class, String.class))
                .map(Map::keySet)
                .map(TreeSet::new)
                .orElseGet(TreeSet::new);
        var names =
                Arrays.stream(RetentionClock.values()).map(RetentionClock::code).collect(Collectors.joining(", "));
        return given.stream()
                .filter(name -> !known.contains(bare(name)))
                .map(name -> "`" + PREFIX + "." + name + "` is no clock; there are " + names + ".")
                .toList();
    }

    /** As an environment variable would have it. */
    private static String bare(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
