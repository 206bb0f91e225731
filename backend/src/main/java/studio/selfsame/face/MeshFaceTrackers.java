package studio.selfsame.face;

import org.springframework.stereotype.Component;

@Component
final class MeshFaceTrackers implements FaceTrackers {
    @Override
    public FaceTracker open() {
        return new MeshFaceTracker(ModelCards.read());
    }
}
