package studio.selfsame.policy;

import java.util.UUID;

/**
 * What is known of a likeness when the decision is made.
 *
 * @param owner the person it shows
 * @param createGranted the owner has granted that it is created
 * @param useGranted the owner has granted that it is used
 * @param deceased the person shown is known to have died
 * @param onHold who it shows or how it came about is disputed
 * @param takenDown a takedown has been granted
 */
public record LikenessFacts(
        UUID id,
        UUID owner,
        ConsentState state,
        boolean createGranted,
        boolean useGranted,
        Age age,
        boolean deceased,
        PublicFigure publicFigure,
        boolean onHold,
        boolean takenDown) {}
