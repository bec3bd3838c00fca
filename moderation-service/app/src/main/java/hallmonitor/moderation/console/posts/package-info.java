/** What the policy finds in the posts of the district's own, and what becomes of it. */
@NullMarked
package hallmonitor.moderation.console.posts;

import org.jspecify.annotations.NullMarked;
