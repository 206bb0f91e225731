package studio.selfsame.policy;

import java.util.UUID;

/**
 * What is known of a likeness when the decision is made.
 *
 * @param owner the person it shows
 * @param createGranted the owner has granted that it is created
 * @param useGranted the owner has granted that it is used
 */
public record LikenessFacts(UUID id, UUID owner, ConsentState state, boolean createGranted, boolean useGranted) {}
