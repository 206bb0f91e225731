package studio.selfsame.rendering;

import studio.selfsame.consent.Use;

/** The one use a render is authorized for. */
final class Uses {
    private Uses() {}

    static Use render(RenderJob job) {
        return new Use(job.likeness(), Use.Purpose.RENDER_PERFORMANCE, job.id().value());
    }
}
