/**
 * Whether the services live: what this one says of itself, what it tells people if the notifier is
 * silent, and what every page shows.
 */
@NullMarked
package hallmonitor.moderation.console.trouble;

import org.jspecify.annotations.NullMarked;
