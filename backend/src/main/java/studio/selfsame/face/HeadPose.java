package studio.selfsame.face;

/** Degrees; yaw &gt; 0 turns to the right of the picture, pitch &gt; 0 up, roll &gt; 0 clockwise in the picture. */
public record HeadPose(double yawDeg, double pitchDeg, double rollDeg) {}
