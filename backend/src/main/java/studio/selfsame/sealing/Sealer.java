package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.selfsame.media.Media;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.work.WorkMonitor;

/** Seals renders with this studio's keys, and claims of each what it is. */
@Component
class Sealer {
    private final FileSealing sealing;
    private final RenderGrounds grounds;
    private final String producer;
    private final Clock clock;
    private final RenderManifest manifest;

    Sealer(
            Media media,
            MarkKeys marks,
            SigningIdentity identity,
            ContentCredentials credentials,
            RenderGrounds grounds,
            ProducerSettings producer,
            ObjectProvider<Clock> clock) {
        this.sealing = new FileSealing(media, marks, identity, credentials);
        this.manifest = new RenderManifest(credentials);
        this.grounds = grounds;
        this.producer = producer.name();
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
        Grounds rest = grounds.of(render);
        return sealing.seal(
                Undisclosed.of(render, new Declared(Disclosure.of(render), render.language(), rest, producer)),
                outputId -> manifest.draft(render, outputId, rest, clock.instant()),
                folder,
                monitor);
    }
}
