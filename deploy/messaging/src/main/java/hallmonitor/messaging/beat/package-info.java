/** Signs of life: each service sends them, and listens to those of the others. */
@NullMarked
package hallmonitor.messaging.beat;

import org.jspecify.annotations.NullMarked;
