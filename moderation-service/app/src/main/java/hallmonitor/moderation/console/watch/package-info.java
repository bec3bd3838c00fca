/** The clock of frequent monitoring: accounts that nobody looks at, and who is told of them. */
@NullMarked
package hallmonitor.moderation.console.watch;

import org.jspecify.annotations.NullMarked;
