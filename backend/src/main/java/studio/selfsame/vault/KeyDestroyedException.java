package studio.selfsame.vault;

import java.io.IOException;

/** The data key is gone; what it sealed cannot be read by anybody. */
public final class KeyDestroyedException extends IOException {
    public KeyDestroyedException(DataKeyId id) {
        super("data key " + id.value() + " was destroyed");
    }
}
