/** Programs of this machine that work on what strangers made, each as a process with limits. */
@NullMarked
package hallmonitor.messaging.picture.program;

import org.jspecify.annotations.NullMarked;
