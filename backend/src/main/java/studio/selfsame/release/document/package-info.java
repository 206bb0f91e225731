/**
 * The paper of a talent release: contract, templates, PDF, seal, statements. No database, no Spring.
 */
@NullMarked
package studio.selfsame.release.document;

import org.jspecify.annotations.NullMarked;
