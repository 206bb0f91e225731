/** What becomes of a likeness after its end, and the certificate that says so. */
@NullMarked
package studio.selfsame.consent.deletion;

import org.jspecify.annotations.NullMarked;
