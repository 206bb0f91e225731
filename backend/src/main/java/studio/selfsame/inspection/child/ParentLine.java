package studio.selfsame.inspection.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child's end of the pipes. A thread of its own listens all the time: when the parent is gone, however it ended, the child
 * ends too, whatever it is busy with.
 */
final class ParentLine {
    static final int JOB = 'J';
    static final int BYTES = 'B';

    private final DataInputStream in;
    private final DataOutputStream out;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> ranges = new LinkedBlockingQueue<>();

    ParentLine(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    void listen() {
        Thread listener = new Thread(this::hear, "parent");
        listener.setDaemon(true);
        listener.start();
    }

    private void hear() {
        try {
            while (true) {
                int type = in.read();
                if (type == JOB) {
                    jobs.add(Job.readFrom(in));
                } else if (type == BYTES) {
                    ranges.add(in.readNBytes(in.readInt()));
                } else {
                    return;
                }
            }
        } catch (IOException gone) {
            return;
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    Job nextJob() throws InterruptedException {
        return jobs.take();
    }

    /** These bytes of the file, or fewer at its end. */
    byte[] range(long offset, int length) throws IOException {
        tell(new Told.Wanted(offset, length));
        try {
            return ranges.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void tell(Told told) throws IOException {
        told.writeTo(out);
        out.flush();
    }

    void found(Evidence evidence) throws IOException {
        tell(new Told.Found(evidence));
    }

    void at(Stage stage, double done) throws IOException {
        tell(new Told.At(stage, done));
    }
}
