package studio.selfsame.face;

/** A face in a still picture with its identity embedding. */
public record DetectedFace(FaceObservation observation, FaceEmbedding embedding) {}
