package studio.selfsame.command;

/**
 * Who takes part, each signed in to an account of their own.
 *
 * @param creator the person shown
 * @param stranger another account
 * @param anybody somebody without an account
 */
record DemoCast(StudioClient creator, StudioClient referee, StudioClient stranger, StudioClient anybody) {}
