package hallmonitor.moderation.console.request;

import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search of a request.
 *
 * @param query as in the address of the search
 * @param found in its latest run
 * @param added what of it was new to the request
 * @param gone what of it was disposed of before it could be added
 * @param endedAt null while it runs
 */
public record RequestSearch(
    UUID searchId,
    String query,
    String runBy,
    String state,
    long found,
    long added,
    long gone,
    Instant askedAt,
    @Nullable Instant endedAt) {
  public boolean isRunning() {
    return state.equals("waiting");
  }

  public Sentence getStanding() {
    return switch (state) {
      case "waiting" -> Sentence.of("Searching: {1} found so far.", found);
      case "done" ->
          gone == 0
              ? Sentence.of("{1} found, {2} of them new to this request.", found, added)
              : Sentence.of(
                  "{1} found, {2} of them new to this request. {3} were disposed of before they"
                      + " could be added, so they are not among the items.",
                  found, added, gone);
      case "too-many" ->
          Sentence.of(
              "This finds more than a request can hold, so nothing of it was added. Narrow the"
                  + " search, such as by days or accounts.");
      case "refused" ->
          Sentence.of(
              "It stopped, because the person who ran it may no longer search, or the request is closed.");
      default -> Sentence.of("It failed. Run it again, or narrow it.");
    };
  }
}
