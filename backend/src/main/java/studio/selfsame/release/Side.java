package studio.selfsame.release;

/** The two sides of a release. */
enum Side {
    /** The organisation that it is made out to. */
    STUDIO,
    /** The person shown, or who signs for them. */
    TALENT
}
