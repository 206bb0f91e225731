package studio.selfsame.release;

import java.util.UUID;
import studio.selfsame.identity.PersonId;
import studio.selfsame.release.document.Contract;
import studio.selfsame.release.document.Template;

/**
 * A version that was read and found valid, before it is kept.
 *
 * @param text the draft as it is kept
 * @param contract names nobody in the talent's place while nobody is bound
 * @param folder for its documents
 */
record Sheet(
        String text,
        Contract contract,
        Template template,
        Binding binding,
        PersonId signer,
        UUID folder,
        VersionTerms terms) {
    boolean bound() {
        return binding.signatory().isPresent();
    }

    /** Names stay off logs. */
    @Override
    public String toString() {
        return "Sheet[" + folder + "]";
    }
}
