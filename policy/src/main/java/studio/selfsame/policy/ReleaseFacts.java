package studio.selfsame.policy;

import java.util.UUID;

/**
 * What is known of a talent release when the decision is made.
 *
 * @param likeness what it is about
 * @param organisation to whom it is made out
 * @param studioSigned the organisation has signed this version
 * @param talentSigned the signatory has signed this version
 */
public record ReleaseFacts(
        UUID id,
        UUID likeness,
        UUID organisation,
        Signatory signatory,
        boolean studioSigned,
        boolean talentSigned,
        ReleasePeriod period,
        Suspension suspension,
        ReleaseTerms terms) {}
