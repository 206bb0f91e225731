package studio.selfsame.enrolment;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkMonitor;

/**
 * Says of a file whether it was made by AI, so that nobody is learnt from, or drawn after, what was drawn of them. Only in a
 * worker. It reads the file in a process of its own, before anybody else opens it.
 */
public interface FootageScreen {
    /** Opens the file anew, from its beginning. */
    @FunctionalInterface
    interface Source {
        SeekableByteChannel open() throws IOException;
    }

    /**
     * One reason why a file is not taken for a camera's.
     *
     * @param code for the audit trail, e.g. {@code made-here}
     * @param cause a sentence for the person who brought it
     * @param remedy what they can do
     */
    record Objection(String code, String cause, String remedy) {}

    /**
     * @param longest what lasts longer is not looked at: whoever asks refuses it for that
     * @return all that was found against it; empty where nothing shows that it was made by AI, which proves nothing
     * @throws IOException if it cannot be read; what it holds never gives one
     * @throws ProblemException if it cannot be played, or whatever opens it dies of it: then nobody else should open it
     */
    List<Objection> screen(Source file, Duration longest, WorkMonitor monitor) throws IOException;
}
