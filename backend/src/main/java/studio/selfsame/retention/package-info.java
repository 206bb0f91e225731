/**
 * How long things are kept: one clock for each kind of thing, and the sweeper that erases what has run out. The rooms that
 * keep the things erase them; they implement {@link studio.selfsame.retention.Retained}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "audit"})
package studio.selfsame.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
