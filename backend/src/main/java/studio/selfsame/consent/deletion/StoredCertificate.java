package studio.selfsame.consent.deletion;

/**
 * A certificate as issued.
 *
 * @param complete whether nothing was left to be removed when it was issued
 */
record StoredCertificate(String note, String sha256, boolean complete) {}
