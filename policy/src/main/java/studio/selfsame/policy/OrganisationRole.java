package studio.selfsame.policy;

/** What somebody does in an organisation that works with releases. */
public enum OrganisationRole {
    /** Makes productions: asks for uses. */
    PRODUCER("producer"),
    /** Drafts releases and signs them for the organisation. */
    RIGHTS_MANAGER("rights-manager"),
    /** Approves single uses. */
    REVIEWER("reviewer"),
    /** Runs the work: may use releases as a producer does, and suspend them. */
    OPERATOR("operator");

    private final String cedarText;

    OrganisationRole(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
