package studio.selfsame.identity;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;

/**
 * A person signs and steps up with this passkey from now on.
 *
 * @param publicKeySha256 of its SubjectPublicKeyInfo
 */
public record PasskeyRegistered(UUID passkey, PersonId person, String publicKeySha256) implements AuditRecord {
    @Override
    public String subject() {
        return passkey.toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value().toString(), "publicKeySha256", publicKeySha256);
    }
}
