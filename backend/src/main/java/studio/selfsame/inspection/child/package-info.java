/**
 * Reads one stranger's file in a process of its own, which may die of it. That process has no Spring, no database, no vault and no
 * network; it asks its parent for the file's bytes, and says what it found. The parent looks up records, and judges.
 */
@NullMarked
package studio.selfsame.inspection.child;

import org.jspecify.annotations.NullMarked;
