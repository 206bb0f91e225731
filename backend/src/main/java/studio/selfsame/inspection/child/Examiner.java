package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongFunction;
import studio.selfsame.inspection.child.InspectorProcess.Ending;
import studio.selfsame.inspection.child.InspectorProcess.Outcome;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.sealing.ReadingKit;
import studio.selfsame.work.WorkMonitor;

/**
 * Examines strangers' files, each in a child of its own: none sees another's file. A child that dies, or takes too long, is
 * followed by one more, which leaves out what the first was busy with.
 */
public final class Examiner {
    private final ReadingKit kit;
    private final Limits limits;

    public Examiner(ReadingKit kit, Limits limits) {
        this.kit = kit;
        this.limits = limits;
    }

    /** Opens the file anew. */
    @FunctionalInterface
    public interface Source {
        SeekableByteChannel open() throws IOException;
    }

    /**
     * What was found, whatever became of the children; its remarks say what was not looked at.
     *
     * @param now taken as the time of signing where no trusted time stamp gives one
     * @throws IOException if the file's storage fails, or no child can be started
     * @throws ProblemException if two children die of the file before anything was found
     */
    public Evidence examine(Source file, Instant now, WorkMonitor monitor) throws IOException {
        Outcome first = attempt(file, now, Set.of(), limits, monitor);
        if (first.ending() == Ending.WHOLE) {
            return first.evidence();
        }
        Evidence told = first.evidence().and(remark(first));
        Set<Stage> without = EnumSet.of(Stage.CREDENTIALS);
        switch (first.last()) {
            case CREDENTIALS -> {}
            case OPENING, PICTURE -> without.add(Stage.PICTURE);
            case SOUND, FACE -> {
                return known(told, first.ending());
            }
        }
        Outcome second = attempt(file, now, without, limits.half(), monitor);
        Evidence all = told.and(second.evidence());
        return known(second.ending() == Ending.WHOLE ? all : all.and(remark(second)), first.ending());
    }

    /**
     * Whether AI has made it, as far as its manifests and marks tell, and its fingerprints. Stops at the first that tells.
     *
     * @param longest what lasts longer is not looked at
     * @return in which it stands as unreadable when the child died of it
     * @throws IOException if the file's storage fails, or no child can be started
     */
    public Evidence screen(Source file, Duration longest, WorkMonitor monitor) throws IOException {
        Outcome outcome = converse(file, bytes -> Job.toScreen(kit, bytes, longest), limits.of(longest), monitor);
        return outcome.ending() == Ending.WHOLE
                ? outcome.evidence()
                : Evidence.unreadable(fatal(outcome.ending())).and(outcome.evidence());
    }

    private Outcome attempt(Source file, Instant now, Set<Stage> without, Limits within, WorkMonitor monitor)
            throws IOException {
        return converse(file, bytes -> Job.toInspect(kit, bytes, now, within.budget(), without), within, monitor);
    }

    private static Outcome converse(Source file, LongFunction<Job> job, Limits within, WorkMonitor monitor)
            throws IOException {
        try (SeekableByteChannel channel = file.open();
                InspectorProcess child = InspectorProcess.start(within)) {
            return child.examine(job.apply(channel.size()), channel, monitor);
        }
    }

    private static Evidence remark(Outcome outcome) {
        String what = switch (outcome.last()) {
            case CREDENTIALS -> "The Content Credentials could not be checked";
            case OPENING -> "The file could not be opened";
            case PICTURE -> "The picture could not be searched";
            case SOUND -> "The sound could not be searched";
            case FACE -> "The face could not be measured";
        };
        String why = outcome.ending() == Ending.DIED ? "the process that reads it died of it" : "it took too long";
        return Evidence.remark(
                what + ": " + why + ". The file may be broken, or made to break its readers: do not trust it.");
    }

    private static Evidence known(Evidence evidence, Ending ending) {
        boolean carriesCredentials = evidence.credentials()
                .filter(found -> found.state() != FileCredentials.State.ABSENT)
                .isPresent();
        if (carriesCredentials || evidence.mediaProblem().isEmpty()) {
            return evidence;
        }
        throw new ProblemException(ProblemException.Kind.UNUSABLE, fatal(ending));
    }

    private static Problem fatal(Ending ending) {
        return new Problem(
                "inspection",
                ending == Ending.DIED
                        ? "The process that reads the file died of it."
                        : "Reading the file took longer than it may.",
                "Nothing can be said of the file; nothing else was harmed.",
                "The file may be broken or made to break its readers: do not trust it.");
    }
}
