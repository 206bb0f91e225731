/** Tests of the whole studio: real HTTP, real Keycloak tokens, real worker processes, real media. */
@NullMarked
package studio.selfsame.studio;

import org.jspecify.annotations.NullMarked;
