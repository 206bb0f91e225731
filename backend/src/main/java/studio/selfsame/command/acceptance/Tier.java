package studio.selfsame.command.acceptance;

/** What the guide asks of an attack. */
enum Tier {
    /** Every clip. */
    A,
    /** 95 % of ten seconds, all of thirty. */
    B,
    /** Reported; 70 % is the aim. */
    C,
    /** Reported, nothing is asked. */
    REPORTED,
    /** Sound, every track. */
    SOUND
}
