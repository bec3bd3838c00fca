package hallmonitor.ingest.connector.meta;

import hallmonitor.ingest.connector.Sighting;
import java.util.Optional;

/**
 * A comment of the Graph API.
 *
 * @param thread the comment that an answer is posted under: itself, or on Instagram its parent
 * @param mayHide false if the platform says that it cannot be hidden
 */
public record GraphComment(Sighting seen, String thread, boolean mayHide) {
  Optional<String> author() {
    return seen.author().id();
  }
}
