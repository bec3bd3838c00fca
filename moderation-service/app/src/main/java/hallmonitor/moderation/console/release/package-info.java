/**
 * The media-release list: those who keep it see its names, and everyone else asks about one
 * student.
 */
@NullMarked
package hallmonitor.moderation.console.release;

import org.jspecify.annotations.NullMarked;
