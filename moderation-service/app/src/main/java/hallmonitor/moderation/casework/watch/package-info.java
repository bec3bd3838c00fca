/** Whether somebody watches an account: what is wrong with it, and who is told when. */
@NullMarked
package hallmonitor.moderation.casework.watch;

import org.jspecify.annotations.NullMarked;
