/** Reads the words in pictures of comments, so that they are judged like the comment's own. */
@NullMarked
package hallmonitor.moderation.pipeline.pictures;

import org.jspecify.annotations.NullMarked;
