package studio.selfsame.face;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The tracker that a worker's rooms share; made, with all its models, when the first of them asks for it. */
@Configuration(proxyBeanMethods = false)
class FaceConfiguration {
    @Bean
    @Lazy
    FaceTracker faceTracker(FaceTrackers trackers) {
        return new OneAtATime(trackers.open());
    }
}
