package studio.selfsame.performance;

import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.media.FrameRate;

/** How many pictures a second a performance will have. Only in a worker: it opens the model. */
@Component
class OutputRates {
    private final Authorizer authorizer;
    private final Likenesses likenesses;

    OutputRates(Authorizer authorizer, Likenesses likenesses) {
        this.authorizer = authorizer;
        this.likenesses = likenesses;
    }

    /** Under which the performance was taken. */
    Authorization authorizationOf(PerformanceRow row) {
        UUID id = row.authorization();
        if (id == null) {
            throw new IllegalStateException("performance " + row.id().value() + " is older than its authorization");
        }
        return authorizer.load(id);
    }

    FrameRate of(PerformanceRow row, Material material) throws IOException {
        try (FaceAnimator animator = likenesses.open(row.likeness(), authorizationOf(row), material)) {
            return animator.frameRate();
        }
    }
}
