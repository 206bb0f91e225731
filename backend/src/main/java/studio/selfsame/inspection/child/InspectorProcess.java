package studio.selfsame.inspection.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.selfsame.work.WorkMonitor;

/** The parent's end of one child. Not for several threads. */
final class InspectorProcess implements AutoCloseable {
    /** Between two looks at whether the work is still wanted. */
    private static final long LOOK_MS = 200;

    private static final int WORDS_WAITING = 16;

    private final Process process;
    private final Limits limits;
    private final DataOutputStream out;
    private final BlockingQueue<Told> words = new ArrayBlockingQueue<>(WORDS_WAITING);
    private final Thread listener;

    private InspectorProcess(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.listener = Thread.ofVirtual().name("inspector").start(this::listen);
    }

    static InspectorProcess start(Limits limits) throws IOException {
        return new InspectorProcess(ChildCommand.of(limits).start(), limits);
    }

    /** How an examination ended. */
    enum Ending {
        WHOLE,
        DIED,
        OUT_OF_TIME
    }

    /**
     * @param evidence what was found until then
     * @param last what the child was busy with
     */
    record Outcome(Evidence evidence, Ending ending, Stage last) {}

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Has the child examine a file. Afterwards, unless that ended well, it is dead.
     *
     * @param file whose storage may fail, at which the child is dead too
     */
    Outcome examine(Job job, SeekableByteChannel file, WorkMonitor monitor) throws IOException {
        long end = System.nanoTime() + limits.death().toNanos();
        var watch = watch();
        boolean whole = false;
        try {
            Outcome outcome = converse(job, file, monitor, end);
            whole = outcome.ending() == Ending.WHOLE;
            return outcome;
        } finally {
            watch.cancel(false);
            if (!whole) {
                close();
            }
        }
    }

    /** While we wait for a child to take what it asked for, nobody else looks at the clock. */
    private CompletableFuture<Process> watch() {
        var watch = process.onExit().orTimeout(limits.death().toMillis(), TimeUnit.MILLISECONDS);
        watch.whenComplete((over, ended) -> {
            if (ended instanceof TimeoutException) {
                process.destroyForcibly();
            }
        });
        return watch;
    }

    private Outcome converse(Job job, SeekableByteChannel file, WorkMonitor monitor, long end) throws IOException {
        Evidence evidence = Evidence.NONE;
        Stage stage = Stage.CREDENTIALS;
        boolean spoken = send(() -> {
            out.writeByte(ParentLine.JOB);
            job.writeTo(out);
        });
        while (spoken) {
            monitor.checkCancelled();
            if (System.nanoTime() > end) {
                return new Outcome(evidence, Ending.OUT_OF_TIME, stage);
            }
            Optional<Told> told = next();
            if (told.isEmpty()) {
                continue;
            }
            switch (told.get()) {
                case Told.Wanted wanted -> spoken = serve(wanted, file);
                case Told.At at -> {
                    stage = at.stage();
                    monitor.progress(stage.words(), stage.overall(at.done()), Map.of());
                }
                case Told.Found found -> evidence = evidence.and(found.evidence());
                case Told.Done done -> {
                    return new Outcome(evidence, Ending.WHOLE, stage);
                }
                case Told.Gone gone -> spoken = false;
            }
        }
        return new Outcome(evidence, System.nanoTime() > end ? Ending.OUT_OF_TIME : Ending.DIED, stage);
    }

    private Optional<Told> next() throws IOException {
        try {
            return Optional.ofNullable(words.poll(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean serve(Told.Wanted wanted, SeekableByteChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(wanted.length());
        if (wanted.offset() < file.size()) {
            file.position(wanted.offset());
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
        }
        return send(() -> {
            out.writeByte(ParentLine.BYTES);
            out.writeInt(bytes.position());
            out.write(bytes.array(), 0, bytes.position());
        });
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    /** False when the child is no longer there to take it. */
    private boolean send(Writing writing) {
        try {
            writing.write();
            out.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private void listen() {
        try {
            hear();
            words.put(new Told.Gone());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear() throws InterruptedException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                words.put(Told.readFrom(in));
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** Kills the child and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        listener.interrupt();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
