package studio.selfsame.likeness;

/** How a likeness is drawn: an engine by name. */
enum Renderer {
    /** The person's own frames, matched to the plate; nothing is trained. */
    RETRIEVAL("retrieval"),
    /** Those frames, corrected by a network wherever it was measured to help. */
    RESIDUAL("retrieval+residual"),
    /** The same, trained on against a discriminator, for sharper skin and teeth. */
    ADVERSARIAL("adversarial"),
    /** An encoder shared by two looks of the same person and a decoder for each. */
    AUTOENCODER("autoencoder");

    private final String text;

    Renderer(String text) {
        this.text = text;
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return text;
    }
}
