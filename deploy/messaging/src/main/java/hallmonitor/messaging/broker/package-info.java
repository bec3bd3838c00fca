/** Who may do what on the broker, and how a service signs in there. */
@NullMarked
package hallmonitor.messaging.broker;

import org.jspecify.annotations.NullMarked;
