package studio.selfsame.face;

/**
 * The canonical head as it lies on a mesh. Head coordinates are centimetres, x to the right of the picture, y up, z out of the
 * face.
 *
 * @param rotation rows of the matrix that takes head coordinates to those of the picture (y up, z towards the camera)
 * @param residualCm root mean square distance in the picture plane of the mesh's rigid points from the head's
 */
record HeadFit(HeadPose pose, HeadPosition position, double[][] rotation, double residualCm) {}
