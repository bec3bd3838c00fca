/** Judgments of the posts of the district's own. */
@NullMarked
package hallmonitor.moderation.store.posts;

import org.jspecify.annotations.NullMarked;
