/** The records desk: requests for public records, from the form to the answer. */
@NullMarked
package hallmonitor.moderation.console.request;

import org.jspecify.annotations.NullMarked;
