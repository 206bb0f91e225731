package studio.selfsame.rendering;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.media.Media;
import studio.selfsame.media.PicturesAhead;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.Performance;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;

/** Hands finished renders to the sealing room, streaming their scratch back in order. */
@Service
class JoinedRenders implements Renders {
    private final RenderRows rows;
    private final RenderEnding ending;
    private final Authorizer authorizer;
    private final Performances performances;
    private final Likenesses likenesses;
    private final Vault vault;
    private final Media media;
    private final Scratch scratch;

    JoinedRenders(
            RenderRows rows,
            RenderEnding ending,
            Authorizer authorizer,
            Performances performances,
            Likenesses likenesses,
            Vault vault,
            Media media,
            Scratch scratch) {
        this.rows = rows;
        this.ending = ending;
        this.authorizer = authorizer;
        this.performances = performances;
        this.likenesses = likenesses;
        this.vault = vault;
        this.media = media;
        this.scratch = scratch;
    }

    @Override
    public Optional<UnsealedRender> unsealed(RenderId id) {
        return rows.find(id)
                .filter(job -> job.state() == RenderJob.State.SEALING)
                .flatMap(job -> performances.load(job.performance()).map(performance -> joined(job, performance)));
    }

    @Override
    public Optional<PerformanceId> performanceOf(RenderId id) {
        return rows.find(id).map(RenderJob::performance);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sealed(RenderId id, String outputId) {
        if (!rows.end(id, RenderJob.State.SEALED, outputId, null)) {
            throw new IllegalStateException("render " + id.value() + " does not wait to be sealed");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scratch.discardAll(id);
            }
        });
    }

    @Override
    @Transactional
    public void failed(RenderId id, Problem problem) {
        ending.failed(id, problem);
    }

    private UnsealedRender joined(RenderJob job, Performance performance) {
        RenderPlan plan = Objects.requireNonNull(job.plan());
        DataKeyId key = likenesses.dataKeyOf(job.likeness());
        return new UnsealedRender(
                job.id(),
                job.likeness(),
                authorizer.load(job.authorization()),
                plan.widthPx(),
                plan.heightPx(),
                plan.frameRate(),
                plan.frames(),
                sink -> stream(new DrawnPictures(plan, rows.segments(job.id()), key, vault, media), sink),
                performance.sound(),
                performance.kind(),
                performance.synthesizer(),
                performance.language(),
                performance
                        .material()
                        .plates()
                        .or(performance.material()::take)
                        .map(file -> () -> vault.open(file.dataKey(), file.video())));
    }

    private static void stream(DrawnPictures drawn, UnsealedRender.Sink sink) throws IOException {
        try (drawn;
                PicturesAhead pictures = new PicturesAhead(drawn::next)) {
            for (Optional<VideoFrame> f = pictures.next(); f.isPresent(); f = pictures.next()) {
                sink.accept(f.get());
            }
        }
    }
}
