/**
 * The command line: up, worker, demo, inspect, bench.
 */
@NullMarked
@ApplicationModule
package studio.selfsame.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
