/** Words in pictures, read by Tesseract in a process of its own. */
@NullMarked
package hallmonitor.messaging.picture.words;

import org.jspecify.annotations.NullMarked;
