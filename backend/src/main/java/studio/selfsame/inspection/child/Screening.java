package studio.selfsame.inspection.child;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;

/** What a child does with footage: whether AI has made it, by its manifests, then by its marks. Ends with the first that says so. */
final class Screening {
    private final Job job;
    private final ParentLine parent;
    private final Media media;
    private final RangeChannel file;

    Screening(Job job, ParentLine parent, Media media) {
        this.job = job;
        this.parent = parent;
        this.media = media;
        this.file = new RangeChannel(parent, job.fileBytes());
    }

    void run() throws IOException {
        parent.at(Stage.CREDENTIALS, 0);
        Step screening = () -> {
            Set<String> generated = job.kit().generated(file);
            if (generated.isEmpty()) {
                search();
            } else {
                parent.found(Evidence.ofGenerated(generated));
            }
        };
        Optional<Problem> failure = screening.failure();
        if (failure.isPresent()) {
            parent.found(Evidence.unreadable(failure.get()));
        }
        parent.tell(new Told.Done());
    }

    private void search() throws IOException {
        parent.at(Stage.OPENING, 0);
        try (MediaReader reader = media.open(file)) {
            if (reader.probe().durationUs() <= job.longest().toNanos() / 1_000) {
                new FootageSearch(job.kit().markKeys(), parent).search(reader);
            }
        }
    }
}
