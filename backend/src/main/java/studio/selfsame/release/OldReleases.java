package studio.selfsame.release;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Papers of releases that were over long ago. Who delivered what under them stays, in ids and numbers. */
@Component
class OldReleases implements Retained {
    private static final int AT_ONCE = 20;

    private final KeptReleases kept;
    private final Releases releases;
    private final Documents documents;
    private final ReleaseClock clock;

    OldReleases(KeptReleases kept, Releases releases, Documents documents, ReleaseClock clock) {
        this.kept = kept;
        this.releases = releases;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.RELEASES;
    }

    @Override
    public int due(Instant upTo) {
        return (int) over(upTo).count();
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        int count = 0;
        for (var found : over(upTo).limit(AT_ONCE).toList()) {
            // an amendment may have been signed before it was locked
            var release = releases.lock(found.id()).filter(locked -> isOver(locked, upTo));
            if (release.isPresent()) {
                documents.destroy(found.id(), found.dataKey());
                kept.forgetWords(found.id(), clock.now());
                count++;
            }
        }
        return count;
    }

    private Stream<Release> over(Instant upTo) {
        return kept.perhapsOver(upTo).stream()
                .map(releases::find)
                .flatMap(Optional::stream)
                .filter(release -> isOver(release, upTo));
    }

    private static boolean isOver(Release release, Instant upTo) {
        return release.over().filter(over -> !over.isAfter(upTo)).isPresent();
    }
}
