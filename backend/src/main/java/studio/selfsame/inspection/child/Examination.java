package studio.selfsame.inspection.child;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.inspection.forensics.Forensics;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.watermark.WatermarkKey;

/** What a child does with one file. Each step tells the parent what it found before the next one begins. */
final class Examination {
    /** Least time for the face: its nets alone take a second or two to load. */
    private static final Duration LEAST_FOR_FACE = Duration.ofSeconds(20);

    private final Job job;
    private final ParentLine parent;
    private final Media media;
    private final Budget budget;
    private final List<WatermarkKey> keys;
    private final RangeChannel file;
    private boolean marked;

    Examination(Job job, ParentLine parent, Media media) {
        this.job = job;
        this.parent = parent;
        this.media = media;
        this.budget = new Budget(job.budget());
        this.keys = job.kit().markKeys();
        this.file = new RangeChannel(parent, job.fileBytes());
    }

    void run() throws IOException {
        credentials();
        FileKind kind = FileKind.of(file);
        if (!kind.credentialsRead()) {
            parent.found(Evidence.remark("Content Credentials are not looked for in a file of this kind."));
        }
        if (kind.still()) {
            parent.found(Evidence.ofStill(List.of("This is a still picture: the invisible mark is looked for in moving"
                    + " pictures and sound alone.")));
        } else if (job.without().contains(Stage.PICTURE)) {
            soundAlone();
        } else {
            pictureAndSound();
            face();
        }
        parent.tell(new Told.Done());
    }

    private void credentials() throws IOException {
        if (job.without().contains(Stage.CREDENTIALS)) {
            return;
        }
        parent.at(Stage.CREDENTIALS, 0);
        Instant now = job.now();
        step(
                () -> parent.found(Evidence.of(job.kit().credentials(file, now))),
                why -> Evidence.remark("The Content Credentials cannot be read: " + why.cause()));
    }

    private void pictureAndSound() throws IOException {
        parent.at(Stage.OPENING, 0);
        step(
                () -> {
                    try (MediaReader reader = media.open(file)) {
                        if (reader.probe().video().isEmpty()) {
                            parent.found(Evidence.remark("There is no picture to look at."));
                        } else {
                            picture(reader);
                        }
                        if (reader.probe().audio().isPresent()) {
                            sound(
                                    () -> reader.sound(SoundSearch.RATE_HZ, 1),
                                    reader.probe().durationUs());
                        }
                    }
                },
                Evidence::unreadable);
    }

    private void soundAlone() throws IOException {
        step(() -> sound(() -> media.openSound(file, SoundSearch.RATE_HZ, 1), Long.MAX_VALUE), Evidence::unreadable);
    }

    private void picture(MediaReader reader) throws IOException {
        parent.at(Stage.PICTURE, 0);
        step(
                () -> searched(new PictureSearch(keys, budget, parent).search(reader)),
                why -> Evidence.remark("The picture cannot be read: " + why.cause()));
    }

    private void sound(SoundSearch.Sound sound, long durationUs) throws IOException {
        parent.at(Stage.SOUND, 0);
        step(
                () -> searched(new SoundSearch(keys, budget, parent).search(sound, durationUs)),
                why -> Evidence.remark("The sound cannot be read: " + why.cause()));
    }

    private void searched(Evidence evidence) throws IOException {
        marked |= evidence.marked();
        parent.found(evidence);
    }

    /** Weak figures, so only where no mark tells what the file is, and time is left. */
    private void face() throws IOException {
        if (marked || job.without().contains(Stage.FACE) || !budget.has(LEAST_FOR_FACE, 1)) {
            return;
        }
        parent.at(Stage.FACE, 0);
        Forensics forensics = new Forensics(media, FaceTrackers.alone());
        step(
                () -> parent.found(Evidence.ofSignals(
                        forensics.measure(() -> new RangeChannel(parent, job.fileBytes()), budget.left()))),
                why -> Evidence.NONE);
    }

    @FunctionalInterface
    private interface Failing {
        Evidence with(Problem why);
    }

    private void step(Step step, Failing failing) throws IOException {
        Optional<Problem> failure = step.failure();
        if (failure.isPresent()) {
            parent.found(failing.with(failure.get()));
        }
    }
}
