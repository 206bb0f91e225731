/**
 * An invisible keyed mark in picture and sound: embed it, and find it again.
 *
 * <p>The embedders take plain luma planes and interleaved samples, the detectors take the same and need nothing but the
 * key: neither the original nor any record of it. Picture and sound carry the same 64-bit {@link Payload}.
 */
@NullMarked
package studio.selfsame.watermark;

import org.jspecify.annotations.NullMarked;
