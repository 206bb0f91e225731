package studio.selfsame.consent;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/**
 * A permission has been given.
 *
 * @param kind {@code create} or {@code use}
 * @param textSha256 hash of the consent text that was agreed to
 */
public record ConsentGranted(
        LikenessId likeness,
        PersonId person,
        UUID grant,
        String kind,
        boolean face,
        boolean voice,
        boolean training,
        String textSha256)
        implements AuditRecord {
    static ConsentGranted of(PersonId person, Grant given) {
        return new ConsentGranted(
                given.likeness(),
                person,
                given.id(),
                given.kind().code(),
                given.face(),
                given.voice(),
                given.training(),
                given.textSha256());
    }

    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "person", person.value().toString(),
                "grant", grant.toString(),
                "kind", kind,
                "face", Boolean.toString(face),
                "voice", Boolean.toString(voice),
                "training", Boolean.toString(training),
                "textSha256", textSha256);
    }
}
