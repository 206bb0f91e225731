package studio.selfsame.rendering;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/** Where a render's encrypted scratch lies. Sealed with the likeness's data key, so it dies with that key. */
@Component
class Scratch {
    private static final Logger log = LoggerFactory.getLogger(Scratch.class);
    private final ObjectStore objects;

    Scratch(ObjectStore objects) {
        this.objects = objects;
    }

    static ObjectKey motion(RenderId id) {
        return new ObjectKey("render/" + id.value() + "/motion");
    }

    /** Erases all scratch of the render. What cannot be erased now stays encrypted, so failing is only logged. */
    void discardAll(RenderId id) {
        try {
            eraseAll(id);
        } catch (IOException e) {
            log.warn("scratch of render {} could not be erased", id.value(), e);
        }
    }

    void eraseAll(RenderId id) throws IOException {
        objects.deleteAll(folder(id));
    }

    boolean isErased(RenderId id) throws IOException {
        return objects.isEmpty(folder(id));
    }

    private static ObjectKey folder(RenderId id) {
        return new ObjectKey("render/" + id.value());
    }
}
