/**
 * May this person do this with that likeness? Decided by Cedar policies that stand as readable files in this module's
 * resources. No Spring here.
 */
@NullMarked
package studio.selfsame.policy;

import org.jspecify.annotations.NullMarked;
