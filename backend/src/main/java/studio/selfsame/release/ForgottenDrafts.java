package studio.selfsame.release;

import java.io.IOException;
import java.time.Instant;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Releases that were never signed by both, and that nobody has touched for long. */
@Component
class ForgottenDrafts implements Retained {
    private static final int AT_ONCE = 20;

    private final KeptReleases kept;
    private final Releases releases;
    private final Documents documents;

    ForgottenDrafts(KeptReleases kept, Releases releases, Documents documents) {
        this.kept = kept;
        this.releases = releases;
        this.documents = documents;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.UNSIGNED_DRAFTS;
    }

    @Override
    public int due(Instant upTo) {
        return kept.unsigned(upTo).size();
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        int count = 0;
        for (var id : kept.unsigned(upTo).stream().limit(AT_ONCE).toList()) {
            var release = releases.lock(id);
            // somebody may have gone on with it before it was locked
            if (release.isPresent() && kept.isUnsigned(id, upTo)) {
                documents.destroy(id, release.get().dataKey());
                kept.delete(id);
                count++;
            }
        }
        return count;
    }
}
