/**
 * Somebody says that something made here must go: the claim, its 48 hours, the search for what it is about, and the decision.
 */
@NullMarked
package studio.selfsame.inspection.takedown;

import org.jspecify.annotations.NullMarked;
