package studio.selfsame.inspection.child;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import studio.selfsame.media.Media;

/** The process that reads strangers' files. It talks to its parent over standard input and output, and ends with it. */
public final class InspectorChild {
    private InspectorChild() {}

    /** Takes no arguments: keys come over the pipe. */
    public static void main(String[] none) throws InterruptedException {
        ParentLine parent =
                new ParentLine(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // nothing that a library prints may get between our words
        System.setOut(System.err);
        parent.listen();
        Media media = Media.alone();
        try {
            while (true) {
                Job job = parent.nextJob();
                switch (job.asked()) {
                    case WHAT_IT_IS -> new Examination(job, parent, media).run();
                    case WHETHER_AI_MADE_IT -> new Screening(job, parent, media).run();
                }
            }
        } catch (IOException gone) {
            // The parent, or its storage. It knows.
            Runtime.getRuntime().halt(1);
        }
    }
}
