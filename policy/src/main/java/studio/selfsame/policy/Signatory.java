package studio.selfsame.policy;

import java.util.UUID;

/**
 * Who signs a release for the person shown.
 *
 * @param proven a guardian's or an estate's papers were checked; means nothing for oneself
 */
public record Signatory(UUID person, Capacity capacity, boolean proven) {
    /** As what. */
    public enum Capacity {
        SELF("self"),
        GUARDIAN("guardian"),
        ESTATE("estate");

        private final String cedarText;

        Capacity(String cedarText) {
            this.cedarText = cedarText;
        }

        String cedarText() {
            return cedarText;
        }
    }
}
