package studio.selfsame.release;

import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.identity.PersonId;
import studio.selfsame.identity.SoftPasskey;

/** Somebody with an account and a passkey. */
record Actor(PersonId id, RequestPostProcessor signIn, SoftPasskey passkey) {
    UUID uuid() {
        return id.value();
    }
}
