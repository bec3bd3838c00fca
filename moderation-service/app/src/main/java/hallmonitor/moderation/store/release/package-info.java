/** The media-release list: students with families that refuse publication, with sealed names. */
@NullMarked
package hallmonitor.moderation.store.release;

import org.jspecify.annotations.NullMarked;
