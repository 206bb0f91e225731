package studio.selfsame.rendering;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.performance.Performance;
import studio.selfsame.performance.Performances;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;

/** Turns a performance into motion and a {@link RenderPlan}. */
@Component
class RenderPlanner {
    private final RenderRows rows;
    private final Authorizer authorizer;
    private final Performances performances;
    private final Likenesses likenesses;
    private final Vault vault;
    private final RenderEngine engine;
    private final TransactionTemplate transaction;

    RenderPlanner(
            RenderRows rows,
            Authorizer authorizer,
            Performances performances,
            Likenesses likenesses,
            Vault vault,
            RenderEngine engine,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.authorizer = authorizer;
        this.performances = performances;
        this.likenesses = likenesses;
        this.vault = vault;
        this.engine = engine;
        this.transaction = transaction;
    }

    void plan(RenderJob job) throws IOException {
        Authorization authorization = authorizer.load(job.authorization());
        authorizer.recheck(authorization, job.use());
        Performance performance = performances
                .load(job.performance())
                .orElseThrow(() -> ProblemException.unusable(
                        "rendering",
                        "The performance cannot be read any more.",
                        "Nothing was rendered.",
                        "Prepare the script again and render that."));
        MotionPlan motion;
        RenderPlan plan;
        try (FaceAnimator animator = likenesses.open(job.likeness(), authorization, performance.material())) {
            motion = animator.plan(performance.drive());
            plan = RenderPlan.cut(job.id(), animator.widthPx(), animator.heightPx(), motion);
        }
        vault.seal(
                likenesses.dataKeyOf(job.likeness()), Scratch.motion(job.id()), out -> MotionCodec.write(motion, out));
        transaction.executeWithoutResult(status -> {
            rows.plan(plan);
            engine.draw(plan);
        });
    }
}
