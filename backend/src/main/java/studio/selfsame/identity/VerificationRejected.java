package studio.selfsame.identity;

import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;

/**
 * A referee did not find that the person is the one in the portrait.
 *
 * @param evidenceSha256 of what the referee wrote down as evidence
 * @param age what the referee said about it
 * @param publicFigure the same
 */
public record VerificationRejected(
        UUID verificationId,
        PersonId person,
        PersonId referee,
        String portraitSha256,
        String evidenceSha256,
        Age age,
        PublicFigure publicFigure)
        implements AuditRecord {
    VerificationRejected(VerificationRow row, PersonId referee, String evidenceSha256) {
        this(row.id(), row.person(), referee, row.portraitSha256(), evidenceSha256, row.age(), row.publicFigure());
    }

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
                evidenceSha256,
                "age",
                Codes.of(age),
                "publicFigure",
                Codes.of(publicFigure));
    }
}
