package studio.selfsame.face;

import java.util.List;

/** All that was seen in a clip: every face of every shot. */
public record FaceTracking(int frameCount, List<FaceTrack.Shot> shots, List<FaceTrack> tracks) {}
