package studio.selfsame.sealing;

import studio.selfsame.rendering.UnsealedRender;

/** Finds what a render rests on. */
@FunctionalInterface
interface RenderGrounds {
    /** @throws IllegalStateException when the permission, or the release it relies on, is not on record: no record, no file */
    Grounds of(UnsealedRender render);
}
