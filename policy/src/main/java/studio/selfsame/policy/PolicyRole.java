package studio.selfsame.policy;

/** Role in which someone asks. No policy looks at it: it is kept with the record of the decision. */
public enum PolicyRole {
    CREATOR("creator"),
    REFEREE("referee"),
    OPERATOR("operator");

    private final String cedarText;

    PolicyRole(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
