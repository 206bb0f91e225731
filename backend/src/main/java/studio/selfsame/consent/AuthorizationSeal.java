package studio.selfsame.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.selfsame.identity.PersonId;

/** Makes authorizations and tells its own from others. The signature covers every field. */
final class AuthorizationSeal {
    private final AuthorizationKey key;

    AuthorizationSeal(AuthorizationKey key) {
        this.key = key;
    }

    Authorization issue(Use use, PersonId requester, Instant issuedAt, Instant expiresAt) {
        var id = UUID.randomUUID();
        return new Authorization(
                id, use, requester, issuedAt, expiresAt, key.sign(text(id, use, requester, issuedAt, expiresAt)));
    }

    boolean isOurs(Authorization authorization) {
        var expected = key.sign(text(
                authorization.id(),
                authorization.use(),
                authorization.requester(),
                authorization.issuedAt(),
                authorization.expiresAt()));
        return MessageDigest.isEqual(expected, authorization.signature());
    }

    private static byte[] text(UUID id, Use use, PersonId requester, Instant issuedAt, Instant expiresAt) {
        var lines = new ArrayList<>(List.of(
                "selfsame authorization 1",
                id.toString(),
                use.likeness().value().toString(),
                use.purpose().name(),
                use.subject().toString(),
                requester.value().toString(),
                issuedAt.toString(),
                expiresAt.toString()));
        use.under().ifPresent(under -> {
            lines.add(under.use().value().toString());
            lines.add(Long.toString(under.lengthUs()));
        });
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
