/** Still frames of videos, taken by ffmpeg in a process of its own. */
@NullMarked
package hallmonitor.messaging.picture.video;

import org.jspecify.annotations.NullMarked;
