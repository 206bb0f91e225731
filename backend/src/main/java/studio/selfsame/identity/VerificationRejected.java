package studio.selfsame.identity;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;

/**
 * A referee did not find that the person is the one in the portrait.
 *
 * @param evidenceSha256 of what the referee wrote down as evidence
 */
public record VerificationRejected(
        UUID verificationId, PersonId person, PersonId referee, String portraitSha256, String evidenceSha256)
        implements AuditRecord {
    @Override
    public String subject() {
        return verificationId.toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "person",
                person.value().toString(),
                "referee",
                referee.value().toString(),
                "portraitSha256",
                portraitSha256,
                "evidenceSha256",
                evidenceSha256);
    }
}
