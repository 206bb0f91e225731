package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.media.Media;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.work.WorkMonitor;

/** Seals renders with this studio's keys, and claims of each what it is. */
@Component
class Sealer {
    private final FileSealing sealing;
    private final AuditTrail audit;
    private final Clock clock;
    private final RenderManifest manifest;

    Sealer(
            Media media,
            MarkKeys marks,
            SigningIdentity identity,
            ContentCredentials credentials,
            AuditTrail audit,
            ObjectProvider<Clock> clock) {
        this.sealing = new FileSealing(media, marks, identity, credentials);
        this.manifest = new RenderManifest(credentials);
        this.audit = audit;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * As {@link FileSealing#seal}.
     *
     * @param folder empty scratch that only its owner can read; the caller erases it
     * @return the last file that was made, which is not whole when no id could be read back
     */
    SealedFile seal(UnsealedRender render, Path folder, WorkMonitor monitor)
            throws IOException, GeneralSecurityException {
        return sealing.seal(
                Undisclosed.of(render),
                outputId -> manifest.draft(render, outputId, audit.checkpoint(), clock.instant()),
                folder,
                monitor);
    }
}
