package studio.selfsame.inspection.forensics;

import studio.selfsame.face.FaceObservation;

/**
 * A face in one frame.
 *
 * @param seconds from the video's start
 */
record FaceFrame(double seconds, FaceObservation face, FacePixels pixels) {}
