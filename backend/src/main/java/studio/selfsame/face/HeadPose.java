package studio.selfsame.face;

/**
 * How a head is turned, as seen from the camera: 0 looks along the line from the head to the camera, wherever in the picture
 * the head is. Degrees; yaw &gt; 0 turns to the right of the picture, pitch &gt; 0 up, roll &gt; 0 clockwise in the picture.
 */
public record HeadPose(double yawDeg, double pitchDeg, double rollDeg) {}
