/**
 * The residual network of one person: defined once, trained in DJL, exported to ONNX, run in ONNX Runtime.
 */
@NullMarked
package studio.selfsame.likeness.net;

import org.jspecify.annotations.NullMarked;
